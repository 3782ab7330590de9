import { AppLink, formatNumber, useLocale, useText } from '@banyan/ui-kit';
import '../archives.css';
import { useTransfersDue } from '../transfers/queries.ts';
import { duties } from '../transfers/transfer.ts';
import { transferListTexts } from '../transfers/list-texts.ts';

/** Transfers that wait for the reader; a click opens exactly those. Nothing where nothing waits. */
export function TransfersCard() {
  const t = useText(transferListTexts);
  const locale = useLocale();
  const due = useTransfersDue().data;
  if (!due || due.total === 0) return null;
  return (
    <section className="by-card archives-card">
      <h2>{t('title')}</h2>
      <ul>
        {duties
          .filter((duty) => due[duty] > 0)
          .map((duty) => (
            <li key={duty}>
              <AppLink to={`/archives/transfers?due=${duty}`}>
                <span>{t(`due.${duty}`)}</span>
                <strong>{formatNumber(due[duty], locale)}</strong>
              </AppLink>
            </li>
          ))}
      </ul>
    </section>
  );
}
