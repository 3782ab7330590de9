import { AppLink, CivilDate, type FactGroup, RecordView, Timeline, useText } from '@banyan/ui-kit';
import { useState } from 'react';
import { Standing } from '../members/MemberStanding.tsx';
import type { MembershipState } from '../members/member.ts';
import { RelativeDay } from '../RelativeDay.tsx';
import { LostStepDialog, type LostStep, SearchDialog } from './LostDialogs.tsx';
import { useLost } from './queries.ts';
import type { Lost } from './register.ts';
import { lostTexts } from './lost-texts.ts';
import { RuleText } from './RuleText.tsx';

/** Somebody out of contact: what was done to find them, what the rule asks for next, and the way out. */
export function LostRecord({ id }: { id: string }) {
  const t = useText(lostTexts);
  const query = useLost(id);
  const [dialog, setDialog] = useState<LostStep | 'log-search' | null>(null);
  const lost = query.data;
  const close = () => setDialog(null);
  const step = (key: LostStep, danger = false) => ({
    key,
    label: t(key),
    ability: key,
    danger,
    onClick: () => setDialog(key),
  });
  return (
    <>
      <RecordView
        status={{ isPending: query.isPending, error: query.error, retry: () => void query.refetch() }}
        title={lost?.name ?? ''}
        state={lost && <Standing stage={lost.stage} state={lost.state as MembershipState} />}
        abilities={lost?.abilities ?? []}
        actions={[
          {
            key: 'log-search',
            label: t('logSearch'),
            ability: 'log-search',
            primary: true,
            onClick: () => setDialog('log-search'),
          },
          step('find'),
          step('suspend', true),
          step('remove', true),
        ]}
        facts={useFacts(lost)}
      >
        {lost && <Searches lost={lost} />}
      </RecordView>
      {lost && dialog === 'log-search' && <SearchDialog id={id} name={lost.name} onClose={close} />}
      {dialog !== null && dialog !== 'log-search' && (
        <LostStepDialog key={dialog} id={id} step={dialog} onClose={close} />
      )}
    </>
  );
}

function useFacts(lost: Lost | undefined): FactGroup[] {
  const t = useText(lostTexts);
  if (!lost) return [];
  return [
    {
      facts: [
        { label: t('branch'), value: lost.organizationName },
        { label: t('lostSince'), value: <CivilDate date={lost.lostContactOn} /> },
        { label: t('onDay'), value: <CivilDate date={lost.stateOn} /> },
        ...(lost.deadline
          ? [
              { label: t('task'), value: t(`action.${lost.deadline.action}`) },
              { label: t('deadline'), value: <RelativeDay date={lost.deadline.dueOn} /> },
              { label: t('rule'), value: <RuleText rule={lost.deadline.rule} /> },
            ]
          : [{ label: t('deadline'), value: <span className="by-third">{t('noDeadline')}</span> }]),
        {
          label: t('member'),
          value: <AppLink to={`/archives/members/${lost.id}`}>{t('openMember')}</AppLink>,
        },
      ],
    },
  ];
}

function Searches({ lost }: { lost: Lost }) {
  const t = useText(lostTexts);
  const items = lost.log.map((search) => ({
    id: search.id,
    at: `${search.on}T12:00:00+08:00`,
    title: `${t(`way.${search.way}`)} · ${t(`outcome.${search.outcome}`)}`,
    actor: search.actorName ?? t('unnamed'),
    detail: search.note,
  }));
  return <Timeline title={t('searchLog')} items={items} />;
}
