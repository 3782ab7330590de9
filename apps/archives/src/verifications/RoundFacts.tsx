import { formatInstant, formatNumber, useLocale, useText } from '@banyan/ui-kit';
import { Alert } from 'antd';
import { useMemberWords } from '../members/use-member-words.ts';
import { ProgressMeter } from './marks.tsx';
import { isFinished, type RoundRecord } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

/** What is asked, of whom, until when, and how far my part has come. */
export function RoundFacts({ round }: { round: RoundRecord }) {
  const t = useText(verificationTexts);
  const words = useMemberWords();
  const locale = useLocale();
  const { progress, reminder } = round;
  const list = (field: string, values: readonly string[]) =>
    values.map((value) => words.value(field, value)).join(t('separator'));
  const figures = [
    ['people', progress.people],
    ['confirmed', progress.confirmed],
    ['corrected', progress.corrected],
    ['unknown', progress.unknown],
    ['waiting', progress.people - progress.answered],
  ] as const;
  return (
    <section className="by-card archives-round">
      <p className="archives-round-question">{round.question ?? t('questionHint')}</p>
      {round.note && <p className="archives-round-note">{round.note}</p>}
      <p className="by-third archives-round-asked">
        <span>{round.organizationName}</span>
        <span>
          {t('asked', { stages: list('stage', round.stages), states: list('state', round.states) })}
        </span>
        <span className={round.isOverdue ? 'archives-overdue' : ''}>{t('due', { date: round.dueOn })}</span>
      </p>
      <ProgressMeter progress={progress} />
      <dl className="archives-figures">
        {figures.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`figure.${key}`)}</dt>
            <dd>{formatNumber(value, locale)}</dd>
          </div>
        ))}
        {progress.branches > 1 && (
          <div>
            <dt>{t('figure.finished')}</dt>
            <dd>
              {t('finished', {
                finished: formatNumber(progress.finished, locale),
                branches: formatNumber(progress.branches, locale),
              })}
            </dd>
          </div>
        )}
      </dl>
      {reminder && round.state === 'open' && !isFinished(progress) && (
        <Alert
          type="warning"
          showIcon
          title={
            t('reminder', {
              by: reminder.by ?? t('unnamed'),
              date: formatInstant(reminder.at, locale),
            }) + (reminder.note ? t('reminderNote', { note: reminder.note }) : '')
          }
        />
      )}
    </section>
  );
}
