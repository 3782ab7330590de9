import { formatNumber, type StateShape, StateTag, type StateTone, useLocale, useText } from '@banyan/ui-kit';
import { type Answer, isFinished, percentOf, type Progress, type Round } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

export function RoundMark(props: { round: Pick<Round, 'state' | 'isOverdue'> }) {
  const t = useText(verificationTexts);
  const { state, isOverdue } = props.round;
  if (isOverdue)
    return (
      <StateTag shape="square" tone="bad">
        {t('state.overdue')}
      </StateTag>
    );
  return (
    <StateTag shape={state === 'open' ? 'diamond' : 'ring'} tone={state === 'open' ? 'info' : 'quiet'}>
      {t(`state.${state}`)}
    </StateTag>
  );
}

const answerMarks: Record<Answer, [StateShape, StateTone]> = {
  confirmed: ['dot', 'good'],
  corrected: ['diamond', 'good'],
  unknown: ['bar', 'notice'],
};

export function AnswerMark(props: { answer: Answer }) {
  const t = useText(verificationTexts);
  const [shape, tone] = answerMarks[props.answer];
  return (
    <StateTag shape={shape} tone={tone}>
      {t(`answer.${props.answer}`)}
    </StateTag>
  );
}

/** Done, late or under way, in a word; never the bar alone. */
export function CompletionMark(props: { progress: Progress; isOverdue: boolean }) {
  const t = useText(verificationTexts);
  if (isFinished(props.progress))
    return (
      <StateTag shape="dot" tone="good">
        {t('done')}
      </StateTag>
    );
  return props.isOverdue ? (
    <StateTag shape="square" tone="bad">
      {t('overdue')}
    </StateTag>
  ) : (
    <StateTag shape="ring" tone="quiet">
      {t('waiting')}
    </StateTag>
  );
}

/** A bar beside its figures. */
export function ProgressMeter(props: { progress: Progress }) {
  const t = useText(verificationTexts);
  const locale = useLocale();
  const { answered, people } = props.progress;
  const percent = percentOf(props.progress);
  return (
    <span className="archives-meter">
      <span className="archives-meter-bar" aria-hidden="true">
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      <span className="by-nowrap">
        {t('progress', { answered: formatNumber(answered, locale), people: formatNumber(people, locale) })}
      </span>
      <span className="by-third by-nowrap">{t('percent', { percent })}</span>
    </span>
  );
}
