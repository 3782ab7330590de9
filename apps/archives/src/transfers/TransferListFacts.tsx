import { AppLink, formatNumber, useLocale, useText } from '@banyan/ui-kit';
import { duties } from './transfer.ts';
import { useTransfersDue } from './queries.ts';
import { transferListTexts } from './list-texts.ts';

/** How many there are, and what of them waits for the reader; each figure opens exactly those. */
export function TransferListFacts(props: { total: number | undefined }) {
  const t = useText(transferListTexts);
  const locale = useLocale();
  const due = useTransfersDue().data;
  return (
    <span className="archives-due">
      {props.total !== undefined && <span>{t('total', { total: props.total })}</span>}
      {duties
        .filter((duty) => (due?.[duty] ?? 0) > 0)
        .map((duty) => (
          <AppLink key={duty} to={`/archives/transfers?due=${duty}`}>
            {t(`due.${duty}`)} <strong>{formatNumber(due?.[duty] ?? 0, locale)}</strong>
          </AppLink>
        ))}
    </span>
  );
}
