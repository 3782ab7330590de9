import { defineCatalog, NoticeTag, useText } from '@banyan/ui-kit';
import { Tooltip } from 'antd';

const dayTexts = defineCatalog(
  { today: '今天到期', left: '剩 {days} 天', over: '已过 {days} 天' },
  { today: 'Due today', left: '{days} {days|day|days} left', over: '{days} {days|day|days} over' },
);

/** Days from the reader's today to a civil date. */
export function daysUntil(date: string, today: Date): number {
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.parse(`${date}T00:00:00Z`) - midnight) / 86_400_000);
}

/**
 * A deadline as people say it, with the date on hover and focus; what is over or urgent stands out by its shape. `days`
 * where the service has counted them.
 */
export function RelativeDay(props: { date: string; urgent?: boolean; days?: number }) {
  const t = useText(dayTexts);
  const days = props.days ?? daysUntil(props.date, new Date());
  const text = days === 0 ? t('today') : t(days > 0 ? 'left' : 'over', { days: Math.abs(days) });
  const words = (
    <time dateTime={props.date} className="by-nowrap" tabIndex={0}>
      {text}
    </time>
  );
  return (
    <Tooltip title={props.date}>
      {days <= 0 || props.urgent ? (
        <span>
          <NoticeTag>{words}</NoticeTag>
        </span>
      ) : (
        words
      )}
    </Tooltip>
  );
}
