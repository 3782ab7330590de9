import { problemOf, useProblemText, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ChangeRound } from './ChangeRound.tsx';
import { closeRound, useRoundSaved } from './queries.ts';
import { RemindDialog } from './RemindDialog.tsx';
import type { RoundRecord } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

/** What the service says I may do with the round. */
export function RoundActions({ round }: { round: RoundRecord }) {
  const t = useText(verificationTexts);
  const [dialog, setDialog] = useState<'change' | 'remind' | null>(null);
  const close = useClose(round);
  const at = useTop(round);
  const may = (ability: RoundRecord['abilities'][number]) => round.abilities.includes(ability);
  return (
    <>
      {may('remind') && at && round.progress.answered < round.progress.people && (
        <Button onClick={() => setDialog('remind')}>{t('remind')}</Button>
      )}
      {may('update') && <Button onClick={() => setDialog('change')}>{t('edit')}</Button>}
      {may('close') && (
        <Button onClick={close.ask} loading={close.busy}>
          {t('close')}
        </Button>
      )}
      {dialog === 'change' && <ChangeRound round={round} onClose={() => setDialog(null)} />}
      {dialog === 'remind' && at && (
        <RemindDialog roundId={round.id} organization={at} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

/** A reminder goes to the top of what I see. */
function useTop(round: RoundRecord) {
  const [params] = useSearchParams();
  const [top] = round.part;
  if (!top || params.get('branch')) return null;
  return { id: top.organizationId, name: top.organizationName };
}

function useClose(round: RoundRecord) {
  const t = useText(verificationTexts);
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const saved = useRoundSaved();
  const close = useMutation({
    mutationFn: () => closeRound(round.id),
    onSuccess: (closed) => {
      saved(closed);
      void message.success(t('closed'));
    },
    onError: (error) => void message.error(problemText(problemOf(error))),
  });
  const { people, answered } = round.progress;
  return {
    busy: close.isPending,
    ask: () =>
      void modal.confirm({
        title: t('closeTitle', { title: round.title }),
        content: t('closeHint', { count: people - answered }),
        okText: t('close'),
        cancelText: t('cancel'),
        onOk: () => close.mutateAsync().catch(() => undefined),
      }),
  };
}
