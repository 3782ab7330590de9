import { AppLink, formatNumber, useLocale, useNode, useText } from '@banyan/ui-kit';
import '../archives.css';
import { useRegisterCounts } from '../registers/queries.ts';
import { registerTexts } from '../registers/register-texts.ts';

/** What the rules ask for in the registers within thirty days. Nothing where nothing is due. */
export function RegistersCard() {
  const t = useText(registerTexts);
  const locale = useLocale();
  const counts = useRegisterCounts(useNode()).data;
  if (!counts || counts.due === 0) return null;
  const figures = [
    [t('desk.due'), counts.due],
    [t('desk.overdue'), counts.overdue],
  ] as const;
  return (
    <section className="by-card archives-card">
      <h2>{t('dueTitle')}</h2>
      <ul>
        {figures.map(([label, count]) => (
          <li key={label}>
            <AppLink to="/archives/registers">
              <span>{label}</span>
              <strong>{formatNumber(count, locale)}</strong>
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
