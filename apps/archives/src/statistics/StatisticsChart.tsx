import { narrow, useMedia, useTheme } from '@banyan/ui-kit';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendScrollComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type ChartFigures, chartHeight, chartOption, drawsTotalsOnly } from './chart-option.ts';

register([BarChart, GridComponent, LegendScrollComponent, TooltipComponent, SVGRenderer]);

type Props = {
  figures: ChartFigures;
  label: string;
  /** Opens the people of a row, of one column or of all. */
  onOpen: (row: number, column: number | null) => void;
};

/** The table's figures as bars; the table is its text. */
export function StatisticsChart({ figures, label, onOpen }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  const theme = useTheme();
  const isNarrow = useMedia(narrow);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const drawn = init(element, null, { renderer: 'svg' });
    chart.current = drawn;
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const drawn = chart.current;
    if (!drawn || !place.current) return;
    const style = getComputedStyle(place.current);
    const colour = (name: string) => style.getPropertyValue(`--by-${name}`).trim();
    const colours = {
      text: colour('text'),
      third: colour('third'),
      line: colour('line'),
      card: colour('card'),
    };
    const ground = { colours, fontFamily: style.fontFamily, narrow: isNarrow };
    drawn.setOption(chartOption(figures, ground), { notMerge: true });
    drawn.resize();
    drawn.off('click');
    drawn.on('click', ({ dataIndex, seriesIndex }) =>
      open.current(dataIndex, drawsTotalsOnly(figures) ? null : (seriesIndex ?? null)),
    );
  }, [figures, theme, isNarrow]);
  return (
    <div
      ref={place}
      role="img"
      aria-label={label}
      className="archives-statistics-chart"
      style={{ height: chartHeight(figures.rows, isNarrow) }}
    />
  );
}
