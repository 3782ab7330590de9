import { archives } from '@banyan/api-client/archives';
import { AppLink, formatNumber, useLocale, useNode, useText } from '@banyan/ui-kit';
import { useQueries } from '@tanstack/react-query';
import '../archives.css';
import { fieldTexts } from '../members/field-texts.ts';
import { stages } from '../members/member.ts';
import { memberTexts } from '../members/member-texts.ts';

/** How many people of each stage are in sight; a click opens exactly those rows. */
export function MembersCard() {
  const t = useText(memberTexts);
  const fields = useText(fieldTexts);
  const locale = useLocale();
  const node = useNode();
  const counts = useQueries({
    queries: stages.map((stage) =>
      archives.query('/api/archives/members', {
        params: { query: { page: 1, pageSize: 1, stage, ...(node ? { node } : {}) } },
      }),
    ),
  });
  const shown = stages.flatMap((stage, index) => {
    const list = counts[index]?.data;
    return list && list.total > 0 ? [{ stage, list }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section className="by-card archives-card">
      <h2>{t('title')}</h2>
      <ul>
        {[...shown].reverse().map(({ stage, list }) => (
          <li key={stage}>
            <AppLink to={`/archives/members?stage=${stage}`}>
              <span>{fields(`stage.${stage}`)}</span>
              <strong>
                {formatNumber(list.total, locale)}
                {list.totalIsExact ? '' : '+'}
              </strong>
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
