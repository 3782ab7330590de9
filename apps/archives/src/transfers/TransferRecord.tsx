import {
  AppLink,
  CivilDate,
  type FactGroup,
  FieldChange,
  type RecordAction,
  RecordView,
  Timeline,
  useText,
} from '@banyan/ui-kit';
import { useState } from 'react';
import { RelativeDay } from '../RelativeDay.tsx';
import { useMemberWords } from '../members/use-member-words.ts';
import { ActDialog } from './ActDialog.tsx';
import { LetterDialog } from './LetterDialog.tsx';
import { useTransfer } from './queries.ts';
import { type Act, acts, endingActs, type Transfer } from './transfer.ts';
import { TransferMark } from './TransferMarks.tsx';
import { TransferProgress } from './TransferProgress.tsx';
import { waitingText } from './transfer-sentences.ts';
import { transferTexts, type TransferTranslate } from './transfer-texts.ts';
import './transfers.css';

type Open = Act | 'print';

/** One transfer, beside the list and as a page: where it is, what I may do, what the letter says, what happened. */
export function TransferRecord(props: { id: string }) {
  const t = useText(transferTexts);
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
        facts={useFacts(transfer)}
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

function actionsOf(t: TransferTranslate, open: (what: Open) => void): RecordAction[] {
  const leading: readonly Act[] = ['approve', 'receive', 'receipt', 'resume'];
  const action = (act: Act): RecordAction => ({
    key: act,
    label: t(`act.${act}`),
    ability: act,
    primary: leading.includes(act),
    danger: endingActs.includes(act),
    onClick: () => open(act),
  });
  return [
    ...acts.filter((act) => !endingActs.includes(act)).map(action),
    { key: 'print', label: t('print'), ability: 'print', onClick: () => open('print') },
    ...endingActs.map(action),
  ];
}

function useFacts(transfer: Transfer | undefined): FactGroup[] {
  const t = useText(transferTexts);
  const words = useMemberWords();
  if (!transfer) return [];
  const { person, letter, from, to } = transfer;
  const end = ({ name, path, address }: Transfer['from']) => (
    <span title={path ?? ''}>{address ? `${name}（${address}）` : name}</span>
  );
  const day = (label: string, date: string | null) =>
    date === null ? [] : [{ label, value: <CivilDate date={date} /> }];
  const said = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  return [
    {
      title: t('group.transfer'),
      facts: [
        { label: t('from'), value: end(from) },
        { label: t('to'), value: end(to) },
        { label: t('reason'), value: transfer.reason },
        {
          label: t('dues'),
          value: transfer.duesPaidThrough ?? <span className="by-third">{t('duesNone')}</span>,
        },
        ...day(t('receivedOn'), transfer.receivedOn),
        ...day(t('closedOn'), transfer.closedOn),
        ...(transfer.groupId
          ? [
              {
                label: t('group'),
                value: (
                  <AppLink to={`/archives/transfers/groups/${transfer.groupId}`}>{t('openGroup')}</AppLink>
                ),
              },
            ]
          : []),
      ],
    },
    ...(letter
      ? [
          {
            title: t('group.letter'),
            facts: [
              { label: t('number'), value: letter.number },
              { label: t('issuedOn'), value: <CivilDate date={letter.issuedOn} /> },
              {
                label: t('expiresOn'),
                value:
                  transfer.state === 'issued' || transfer.state === 'expired' ? (
                    <RelativeDay date={letter.expiresOn} days={letter.daysLeft} urgent={letter.endingSoon} />
                  ) : (
                    <CivilDate date={letter.expiresOn} />
                  ),
              },
            ],
          },
        ]
      : []),
    {
      title: t('group.person'),
      facts: [
        { label: t('stage'), value: words.value('stage', person.stage) },
        ...said(t('sex'), words.value('sex', person.sex)),
        ...said(t('ethnicity'), person.ethnicity),
        ...day(t('bornOn'), person.bornOn),
        ...day(t('joinedOn'), person.joinedOn),
        ...day(t('fullOn'), person.fullOn),
        ...said(t('idNumber'), person.idNumber),
        ...(transfer.abilities.includes('open-member')
          ? [
              {
                label: t('person'),
                value: <AppLink to={`/archives/members/${transfer.memberId}`}>{t('openMember')}</AppLink>,
              },
            ]
          : []),
      ],
    },
  ];
}

function TransferTimeline({ transfer }: { transfer: Transfer }) {
  const t = useText(transferTexts);
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
