import { FieldChange, type RecordAction, RecordView, Timeline, useText } from '@banyan/ui-kit';
import { useState } from 'react';
import { ActDialog } from './ActDialog.tsx';
import { LetterDialog } from './LetterDialog.tsx';
import { useTransfer } from './queries.ts';
import { type Act, acts, endingActs, type Transfer } from './transfer.ts';
import { TransferMark } from './TransferMarks.tsx';
import { useTransferFacts } from './use-transfer-facts.tsx';
import { TransferProgress } from './TransferProgress.tsx';
import { waitingText } from './transfer-sentences.ts';
import { transferRecordTexts, type RecordTranslate } from './record-texts.ts';
import './transfers.css';

type Open = Act | 'print';

/** One transfer, beside the list and as a page: where it is, what I may do, what the letter says, what happened. */
export function TransferRecord(props: { id: string }) {
  const t = useText(transferRecordTexts);
  const query = useTransfer(props.id);
  const [open, setOpen] = useState<Open | null>(null);
  const transfer = query.data;
  const close = () => setOpen(null);
  return (
    <>
      <RecordView
        status={{ isPending: query.isPending, error: query.error, retry: () => void query.refetch() }}
        title={transfer?.person.name ?? ''}
        state={transfer && <TransferMark state={transfer.state} />}
        abilities={transfer?.abilities ?? []}
        actions={actionsOf(t, setOpen)}
        notice={
          transfer && (
            <div className="archives-way">
              <TransferProgress transfer={transfer} />
              <p>{waitingText(t, transfer)}</p>
            </div>
          )
        }
        facts={useTransferFacts(transfer)}
      >
        {transfer && <TransferTimeline transfer={transfer} />}
      </RecordView>
      {transfer && open === 'print' && <LetterDialog transfer={transfer} onClose={close} />}
      {transfer && open !== null && open !== 'print' && (
        <ActDialog key={open} transfer={transfer} act={open} onClose={close} />
      )}
    </>
  );
}

function actionsOf(t: RecordTranslate, open: (what: Open) => void): RecordAction[] {
  const leading: readonly Act[] = ['approve', 'receive', 'receipt', 'resume'];
  const action = (act: Act): RecordAction => ({
    key: act,
    label: t(`act.${act}`),
    ability: act,
    primary: leading.includes(act),
    onClick: () => open(act),
  });
  return [
    ...acts.filter((act) => !endingActs.includes(act)).map(action),
    { key: 'print', label: t('print'), ability: 'print', onClick: () => open('print') },
    ...endingActs.map(action),
  ];
}

function TransferTimeline({ transfer }: { transfer: Transfer }) {
  const t = useText(transferRecordTexts);
  const items = transfer.timeline.toReversed().map((step) => ({
    id: String(step.version) + step.action,
    at: step.at,
    title: t(
      step.action === 'apply' && transfer.kind === 'in' ? 'timeline.arrive' : `timeline.${step.action}`,
    ),
    actor: step.actor.name ?? t(step.actor.id ? 'unnamed' : 'system'),
    detail: step.note && <FieldChange label={t('noteSaid')} from={null} to={step.note} />,
  }));
  return <Timeline items={items} />;
}
