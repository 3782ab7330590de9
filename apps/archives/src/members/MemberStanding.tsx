import { NoticeTag, type StateShape, StateTag, type StateTone, useText } from '@banyan/ui-kit';
import { fieldTexts } from './field-texts.ts';
import { isVerified, type MembershipState, onRoll, type Stage } from './member.ts';
import { memberTexts } from './member-texts.ts';

const stageMarks: Record<Stage, [StateShape, StateTone]> = {
  applicant: ['ring', 'quiet'],
  activist: ['ring', 'info'],
  candidate: ['diamond', 'info'],
  probationary: ['diamond', 'notice'],
  full: ['dot', 'good'],
};

const stateMarks: Record<MembershipState, [StateShape, StateTone]> = {
  active: ['dot', 'good'],
  suspended: ['bar', 'notice'],
  'out-of-contact': ['square', 'notice'],
  'transferred-out': ['ring', 'quiet'],
  left: ['cross', 'quiet'],
  deceased: ['bar', 'quiet'],
};

export function StageMark(props: { stage: Stage }) {
  const t = useText(fieldTexts);
  const [shape, tone] = stageMarks[props.stage];
  return (
    <StateTag shape={shape} tone={tone}>
      {t(`stage.${props.stage}`)}
    </StateTag>
  );
}

export function MembershipMark(props: { state: MembershipState }) {
  const t = useText(fieldTexts);
  const [shape, tone] = stateMarks[props.state];
  return (
    <StateTag shape={shape} tone={tone}>
      {t(`state.${props.state}`)}
    </StateTag>
  );
}

/** Stage, and the state where it is not the usual one. */
export function Standing(props: { stage: Stage; state: MembershipState }) {
  return (
    <span className="archives-standing">
      <StageMark stage={props.stage} />
      {props.state !== 'active' && <MembershipMark state={props.state} />}
    </span>
  );
}

/** Only people on the roll are verified. */
export function Verification(props: { verifiedOn: string | null; state: MembershipState }) {
  const t = useText(memberTexts);
  if (!onRoll.includes(props.state)) return <span className="by-third">—</span>;
  if (!isVerified(props.verifiedOn, new Date())) return <NoticeTag>{t('awaitingVerification')}</NoticeTag>;
  return (
    <span className="by-third by-nowrap">
      {t('verified', { month: props.verifiedOn?.slice(0, 7) ?? '' })}
    </span>
  );
}
