import type { EChartsCoreOption } from 'echarts/core';

export type ChartFigures = {
  rows: string[];
  columns: string[];
  cells: number[][];
  rowTotals: number[];
  totalsName: string;
};
export type ChartColours = { text: string; third: string; line: string; card: string };

/** Told apart at AA for graphics on both grounds; red is kept for what is due. */
const palette = ['#4A7BB0', '#B07A2A', '#3F8F6B', '#8F6BB5', '#5E8C94', '#A8656B', '#7C8A3C', '#8B7A6B'];
const mostSeries = 12;
/** Beyond so many rows bars lie, one below the other. */
const mostUpright = 14;
const lineHeight = 26;

export function drawsTotalsOnly({ columns }: Pick<ChartFigures, 'columns'>): boolean {
  return columns.length === 0 || columns.length > mostSeries;
}

export function liesDown(rows: number): boolean {
  return rows > mostUpright;
}

export function chartHeight(rows: number): number {
  return liesDown(rows) ? 72 + rows * lineHeight : 300;
}

/** Stacked bars of the table's own figures, its rows along the axis. */
export function chartOption(
  figures: ChartFigures,
  colours: ChartColours,
  narrow: boolean,
): EChartsCoreOption {
  const { rows, columns, cells, rowTotals, totalsName } = figures;
  const down = liesDown(rows.length);
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
      interval: 0,
      width: down ? (narrow ? 96 : 220) : 84,
      overflow: 'truncate',
      ...(down ? {} : { overflow: 'break' }),
    },
  };
  const value = {
    type: 'value',
    minInterval: 1,
    splitLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.third },
  };
  return {
    animation: false,
    aria: { enabled: false },
    color: palette,
    textStyle: { fontFamily: 'inherit' },
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
