import { AppLink, formatNumber, type LocaleId, useLocale, useText } from '@banyan/ui-kit';
import { type AxisKey, peoplePath, type Share, shareOf, type Statistics } from './statistics.ts';
import { statisticsTexts } from './statistics-texts.ts';
import { useStatisticsWords } from './use-statistics-words.ts';

type Props = { statistics: Statistics; filters: Record<string, string>; share: Share; id: string };

/** Figures with their sums; each opens the people it counts. */
export function StatisticsTable({ statistics, filters, share, id }: Props) {
  const t = useText(statisticsTexts);
  const words = useStatisticsWords();
  const { rows, columns, cells, rowTotals, columnTotals, total } = statistics;
  const across = columns?.keys ?? [];
  const rowName = (key: AxisKey) => words.key(rows.dimension, key);
  const columnName = (key: AxisKey) => (columns ? words.key(columns.dimension, key) : '');
  const figure = (row: number | null, column: number | null) => {
    const rowKey = row === null ? null : (rows.keys[row] as AxisKey);
    const columnKey = column === null ? null : (across[column] as AxisKey);
    const line = row === null ? columnTotals : (cells[row] ?? []);
    const rowTotal = row === null ? total : (rowTotals[row] ?? 0);
    const columnTotal = column === null ? total : (columnTotals[column] ?? 0);
    const names = [rowKey && rowName(rowKey), columnKey && columnName(columnKey)].filter(Boolean);
    return (
      <Figure
        count={column === null ? rowTotal : (line[column] ?? 0)}
        share={share}
        wholes={{ row: rowTotal, column: columnTotal, all: total }}
        to={peoplePath(filters, rowKey, columnKey)}
        what={names.join(' · ') || t('sum')}
      />
    );
  };
  return (
    <div className="archives-statistics-scroll" tabIndex={0} role="region" aria-label={t('table')}>
      <table className="archives-statistics-table" id={id}>
        <thead>
          <tr>
            <th scope="col">{words.dimension(rows.dimension)}</th>
            {across.map((key) => (
              <th key={key.key} scope="col">
                {columnName(key)}
              </th>
            ))}
            <th scope="col">{t('sum')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.keys.map((key, row) => (
            <tr key={key.key}>
              <th scope="row">{rowName(key)}</th>
              {across.map((one, column) => (
                <td key={one.key}>{figure(row, column)}</td>
              ))}
              <td>{figure(row, null)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum')}</th>
            {across.map((one, column) => (
              <td key={one.key}>{figure(null, column)}</td>
            ))}
            <td>{figure(null, null)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type FigureProps = {
  count: number;
  share: Share;
  wholes: { row: number; column: number; all: number };
  to: string;
  what: string;
};

function Figure({ count, share, wholes, to, what }: FigureProps) {
  const t = useText(statisticsTexts);
  const locale = useLocale();
  const shown =
    share === 'none' ? formatNumber(count, locale) : percent(shareOf(share, count, wholes), locale);
  if (count === 0) return <span className="by-third">{share === 'none' ? '0' : shown}</span>;
  const opens = t('open', { what, count });
  return (
    <AppLink to={to} aria-label={share === 'none' ? opens : `${shown}, ${opens}`}>
      {shown}
    </AppLink>
  );
}

function percent(part: number | null, locale: LocaleId): string {
  if (part === null) return '—';
  return new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 }).format(part);
}
