import { formatInstant, useLocale, useRecordPlace, useText } from '@banyan/ui-kit';
import type { ChangeRequest } from './change-request.ts';
import { changeRequestTexts } from './change-request-texts.ts';
import { ProposedChange } from './ProposedChange.tsx';
import { DecisionMark } from './RequestMark.tsx';

/** Every field with what became of it, for whoever does not decide. */
export function DecidedFields({ request }: { request: ChangeRequest }) {
  const t = useText(changeRequestTexts);
  const locale = useLocale();
  const Heading = useRecordPlace().kind === 'page' ? 'h2' : 'h3';
  return (
    <div className="archives-decide">
      <Heading>{t('decided.title')}</Heading>
      <ul>
        {request.fields.map((proposed) => (
          <li key={proposed.field}>
            <ProposedChange
              requestId={request.id}
              memberId={request.memberId}
              proposed={proposed}
              mayUnmask={request.abilities.includes('unmask')}
            />
            {request.state !== 'withdrawn' || proposed.decision ? (
              <DecisionMark decision={proposed.decision} />
            ) : null}
            {proposed.decidedAt && (
              <p className="by-third">
                {t('decidedBy', {
                  name: proposed.decidedBy?.name ?? t('proposerUnnamed'),
                  date: formatInstant(proposed.decidedAt, locale),
                })}
                {proposed.reason && <> · {proposed.reason}</>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
