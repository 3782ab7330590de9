import type { EChartsCoreOption } from 'echarts/core';

export type ChartFigures = {
  rows: string[];
  columns: string[];
  cells: number[][];
  rowTotals: number[];
  totalsName: string;
};
export type ChartColours = { text: string; third: string; line: string; card: string };
/** What it is drawn on: bars and words are measured by it. */
export type ChartGround = { colours: ChartColours; fontFamily: string; narrow: boolean };

/** Told apart at AA for graphics on both grounds; red is kept for what is due. */
const palette = [
  '#4A7BB0',
  '#B07A2A',
  '#3F8F6B',
  '#8F6BB5',
  '#5E8C94',
  '#A8656B',
  '#7C8A3C',
  '#8B7A6B',
  '#6C7FC4',
  '#C06A3E',
  '#4F9A9A',
  '#A0609A',
];
const mostSeries = 12;
/** Beyond so many rows bars lie, one below the other, unless their names are as short as years. */
const mostUpright = 14;
const mostUprightOnPhones = 5;
const shortName = 4;
const lineHeight = 26;

export function drawsTotalsOnly({ columns }: Pick<ChartFigures, 'columns'>): boolean {
  return columns.length === 0 || columns.length > mostSeries;
}

export function liesDown(rows: readonly string[], narrow: boolean): boolean {
  if (narrow) return rows.length > mostUprightOnPhones;
  return rows.length > mostUpright && rows.some((name) => name.length > shortName + 1);
}

export function chartHeight(rows: readonly string[], narrow: boolean): number {
  return liesDown(rows, narrow) ? 72 + rows.length * lineHeight : 300;
}

/** Stacked bars of the table's own figures, its rows along the axis. */
export function chartOption(
  figures: ChartFigures,
  { colours, fontFamily, narrow }: ChartGround,
): EChartsCoreOption {
  const { rows, columns, cells, rowTotals, totalsName } = figures;
  const down = liesDown(rows, narrow);
  const crowded = rows.length > mostUpright;
  const totals = drawsTotalsOnly(figures);
  const series = totals
    ? [{ name: totalsName, data: rowTotals }]
    : columns.map((name, at) => ({ name, data: cells.map((line) => line[at] ?? 0) }));
  const category = {
    type: 'category',
    data: rows,
    inverse: down,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: {
      color: colours.text,
      ...(down
        ? { interval: 0, width: narrow ? 112 : 220, overflow: 'truncate' }
        : crowded
          ? {}
          : { interval: 0, width: 84, overflow: 'break' }),
    },
  };
  const value = {
    type: 'value',
    minInterval: 1,
    // A long chart is scrolled: its scale stays with what is seen first.
    ...(down ? { position: 'top' } : {}),
    splitLine: { lineStyle: { color: colours.line } },
    ...(narrow ? { splitNumber: 3 } : {}),
    axisLabel: { color: colours.third, hideOverlap: true },
  };
  return {
    animation: false,
    aria: { enabled: false },
    color: palette,
    textStyle: { fontFamily },
    grid: { left: 8, right: 24, top: totals ? 12 : 40, bottom: 8, outerBoundsMode: 'same' },
    legend: totals
      ? { show: false }
      : {
          type: 'scroll',
          top: 0,
          left: 0,
          itemWidth: 12,
          itemHeight: 12,
          textStyle: { color: colours.text },
          pageTextStyle: { color: colours.text },
        },
    tooltip: {
      trigger: 'item',
      backgroundColor: colours.card,
      borderColor: colours.line,
      textStyle: { color: colours.text },
      confine: true,
    },
    xAxis: down ? value : category,
    yAxis: down ? category : value,
    series: series.map((one) => ({ ...one, type: 'bar', stack: 'people', barMaxWidth: down ? 16 : 44 })),
  };
}
