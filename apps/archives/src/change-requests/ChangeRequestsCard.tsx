import { archives } from '@banyan/api-client/archives';
import { AppLink, formatNumber, RelativeTime, useLocale, useNode, useText } from '@banyan/ui-kit';
import { useQuery } from '@tanstack/react-query';
import '../archives.css';
import { changeRequestTexts } from './change-request-texts.ts';
import './change-requests.css';

/** What waits for my decision, the oldest first. */
export function ChangeRequestsCard() {
  const t = useText(changeRequestTexts);
  const locale = useLocale();
  const node = useNode();
  const waiting = useQuery(
    archives.query('/api/archives/change-requests', {
      params: {
        query: { box: 'to-decide', sort: 'proposedAt', page: 1, pageSize: 3, ...(node ? { node } : {}) },
      },
    }),
  );
  if (!waiting.data || waiting.data.total === 0) return null;
  const count = `${formatNumber(waiting.data.total, locale)}${waiting.data.totalIsExact ? '' : '+'}`;
  return (
    <section className="by-card archives-card archives-card-entries">
      <h2>{t('title')}</h2>
      <ol>
        {waiting.data.items.map((request) => (
          <li key={request.id}>
            <AppLink to={`/archives/change-requests/${request.id}`}>{request.memberName}</AppLink>
            <span className="by-third">{request.organizationName}</span>
            <RelativeTime at={request.proposedAt} />
          </li>
        ))}
      </ol>
      <AppLink to="/archives/change-requests?box=to-decide">{t('cardCount', { count })}</AppLink>
    </section>
  );
}
