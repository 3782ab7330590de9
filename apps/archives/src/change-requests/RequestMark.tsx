import { type StateShape, StateTag, type StateTone, useText } from '@banyan/ui-kit';
import { type ChangeRequestItem, type Decision, type Outcome, outcomeOf } from './change-request.ts';
import { changeRequestTexts } from './change-request-texts.ts';

const marks: Record<Outcome, [StateShape, StateTone]> = {
  open: ['diamond', 'notice'],
  accepted: ['dot', 'good'],
  partly: ['square', 'info'],
  declined: ['cross', 'quiet'],
  withdrawn: ['ring', 'quiet'],
};

export function RequestMark(props: { request: Pick<ChangeRequestItem, 'state' | 'fields'> }) {
  const t = useText(changeRequestTexts);
  const outcome = outcomeOf(props.request);
  const [shape, tone] = marks[outcome];
  return (
    <StateTag shape={shape} tone={tone}>
      {t(`outcome.${outcome}`)}
    </StateTag>
  );
}

export function DecisionMark(props: { decision: Decision | null }) {
  const t = useText(changeRequestTexts);
  const [shape, tone] =
    marks[props.decision === null ? 'open' : props.decision === 'accept' ? 'accepted' : 'declined'];
  return (
    <StateTag shape={shape} tone={tone}>
      {t(`decision.${props.decision ?? 'none'}`)}
    </StateTag>
  );
}
