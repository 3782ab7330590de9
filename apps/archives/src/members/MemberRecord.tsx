import { type RecordAction, RecordView, useRecordPlace, useText } from '@banyan/ui-kit';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useProposing } from '../change-requests/member-action.ts';
import { MemberRequests } from '../change-requests/MemberRequests.tsx';
import { ProposeChange } from '../change-requests/ProposeChange.tsx';
import { MemberDossier } from '../dossiers/MemberDossier.tsx';
import { useMovingActions } from '../transfers/member-actions.ts';
import { CorrectMember } from './CorrectMember.tsx';
import { useCustomFacts } from '../fields/use-custom-facts.ts';
import { fieldTexts } from './field-texts.ts';
import type { Member } from './member.ts';
import { briefFacts, fullFacts } from './member-facts.tsx';
import { Standing } from './MemberStanding.tsx';
import { MemberTimeline } from './MemberTimeline.tsx';
import { memberTexts } from './member-texts.ts';
import { useMember } from './queries.ts';
import { StageDialog } from './StageDialog.tsx';
import { StateDialog } from './StateDialog.tsx';
import { useMemberWords } from './use-member-words.ts';

type Dialog = 'stage' | 'state';

/** One record, beside the list and as a page: standing, what I may do, facts, history. */
export function MemberRecord(props: { id: string }) {
  const t = useText(memberTexts);
  const words = useMemberWords();
  const query = useMember(props.id);
  const place = useRecordPlace();
  const correcting = useCorrecting(props.id);
  const proposing = useProposing(props.id);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const member = query.data;
  const custom = useCustomFacts(member);
  const reading = member && { member, words, t, today: new Date(), custom };
  return (
    <>
      <RecordView
        status={{ isPending: query.isPending, error: query.error, retry: () => void query.refetch() }}
        title={member?.name ?? ''}
        state={member && <Standing stage={member.stage} state={member.state} />}
        abilities={member?.abilities ?? []}
        actions={[
          ...useActions(member, correcting.open, setDialog),
          proposing.action,
          ...useMovingActions(member),
        ]}
        facts={reading ? (place.kind === 'panel' ? briefFacts(reading) : fullFacts(reading)) : []}
      >
        <MemberRequests memberId={props.id} />
        <MemberDossier memberId={props.id} />
        <MemberTimeline id={props.id} />
      </RecordView>
      {member && correcting.isOpen && <CorrectMember member={member} onClose={correcting.close} />}
      {member && proposing.isOpen && <ProposeChange member={member} onClose={proposing.close} />}
      {member?.nextStage && dialog === 'stage' && (
        <StageDialog member={member} to={member.nextStage} onClose={() => setDialog(null)} />
      )}
      {member && dialog === 'state' && <StateDialog member={member} onClose={() => setDialog(null)} />}
    </>
  );
}

function useActions(
  member: Member | undefined,
  correct: () => void,
  open: (dialog: Dialog) => void,
): RecordAction[] {
  const t = useText(memberTexts);
  const fields = useText(fieldTexts);
  if (!member) return [];
  const { nextStage, nextStates, abilities } = member;
  const mayChangeState = abilities.some((ability) => ability === 'change-state' || ability === 'reduce');
  return [
    ...(nextStage
      ? [
          {
            key: 'advance',
            label: t('advanceTo', { stage: fields(`stage.${nextStage}`) }),
            ability: 'advance',
            primary: true,
            onClick: () => open('stage'),
          },
        ]
      : []),
    { key: 'correct', label: t('correct'), ability: 'update', primary: !nextStage, onClick: correct },
    ...(mayChangeState && nextStates.length > 0
      ? [{ key: 'state', label: t('changeState'), onClick: () => open('state') }]
      : []),
  ];
}

/** The form's place in the URL: a reload with a half-typed correction comes back to it. */
function useCorrecting(id: string) {
  const [params, setParams] = useSearchParams();
  const set = (value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set('correct', value);
      else after.delete('correct');
      return after;
    });
  return { isOpen: params.get('correct') === id, open: () => set(id), close: () => set(null) };
}
