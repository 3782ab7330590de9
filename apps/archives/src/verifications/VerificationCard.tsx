import { archives } from '@banyan/api-client/archives';
import { AppLink, formatNumber, useLocale, useNode, useText } from '@banyan/ui-kit';
import { useQuery } from '@tanstack/react-query';
import '../archives.css';
import { RelativeDay } from '../RelativeDay.tsx';
import { isFinished } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';
import './verifications.css';

/** Open rounds in which my part is not done, the next due first. */
export function VerificationCard() {
  const t = useText(verificationTexts);
  const locale = useLocale();
  const node = useNode();
  const rounds = useQuery(
    archives.query('/api/archives/verifications', {
      params: { query: { state: 'open', sort: 'dueOn', page: 1, pageSize: 20, ...(node ? { node } : {}) } },
    }),
  );
  const waiting = (rounds.data?.items ?? []).filter(({ progress }) => !isFinished(progress)).slice(0, 3);
  if (waiting.length === 0) return null;
  return (
    <section className="by-card archives-card archives-card-entries">
      <h2>{t('cardTitle')}</h2>
      <ol>
        {waiting.map(({ id, title, dueOn, progress: { people, answered } }) => (
          <li key={id}>
            <AppLink to={`/archives/verifications/${id}`}>{title}</AppLink>
            <span className="by-third">
              {t('cardWaiting', { count: formatNumber(people - answered, locale) })}
            </span>
            <RelativeDay date={dueOn} />
          </li>
        ))}
      </ol>
    </section>
  );
}
