import { Tooltip } from 'antd';
import { type LocaleId, type LocalText, useLocale } from './locale.tsx';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const justNow: LocalText = { 'zh-CN': '刚刚', 'en-US': 'just now' };

/** "3 天前", "in 2 days"; anything nearer than a minute is just now. */
export function relativeTime(at: Date, now: Date, locale: LocaleId): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  if (!unit) return justNow[locale];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    Math.trunc(seconds / unit[1]),
    unit[0],
  );
}

export function formatInstant(at: string, locale: LocaleId): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** An instant as people say it, with the exact time on hover and focus. */
export function RelativeTime(props: { at: string }) {
  const locale = useLocale();
  return (
    <Tooltip title={formatInstant(props.at, locale)}>
      <time dateTime={props.at} className="by-nowrap">
        {relativeTime(new Date(props.at), new Date(), locale)}
      </time>
    </Tooltip>
  );
}

const weekMs = 7 * 86_400_000;

/** When something happened: as people say it for a week, then the day, since "last year" tells too little. */
export function EventTime(props: { at: string }) {
  const locale = useLocale();
  const at = new Date(props.at);
  if (Math.abs(Date.now() - at.getTime()) < weekMs) return <RelativeTime at={props.at} />;
  return (
    <Tooltip title={formatInstant(props.at, locale)}>
      <time dateTime={props.at} className="by-nowrap">
        {at.toLocaleDateString('sv-SE')}
      </time>
    </Tooltip>
  );
}

/** A civil date (`2026-11-23`) in the fixed form that tables align on. */
export function CivilDate(props: { date: string | null | undefined }) {
  if (!props.date) return <span className="by-third">—</span>;
  return (
    <time dateTime={props.date} className="by-nowrap">
      {props.date.slice(0, 10)}
    </time>
  );
}
