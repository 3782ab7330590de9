import type { ReactNode } from 'react';
import { EventTime } from '../dates.tsx';
import { useText } from '../locale.tsx';
import { kitTexts } from '../texts.ts';
import { useRecordPlace } from './RecordPanel.tsx';

export type TimelineItem = {
  id: string;
  at: string;
  /** What happened, in words. */
  title: ReactNode;
  /** Who did it. */
  actor?: string | null;
  /** Old and new values, or other detail. */
  detail?: ReactNode;
};

/** Who did what and when, newest first; the newest is marked. */
export function Timeline(props: { items: TimelineItem[]; title?: string }) {
  const t = useText(kitTexts);
  const Heading = useRecordPlace().kind === 'page' ? 'h2' : 'h3';
  return (
    <div className="by-timeline">
      <Heading>{props.title ?? t('timeline')}</Heading>
      {props.items.length === 0 && <p className="by-third">{t('noHistory')}</p>}
      <ol>
        {props.items.map((item) => (
          <li key={item.id}>
            <div className="by-timeline-title">{item.title}</div>
            <div className="by-timeline-by">
              <EventTime at={item.at} />
              {item.actor && <> · {item.actor}</>}
            </div>
            {item.detail && <div className="by-timeline-detail">{item.detail}</div>}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** One field's change: struck out before, then after; what was empty before is only told. */
export function FieldChange(props: { label: string; from: ReactNode; to: ReactNode }) {
  const t = useText(kitTexts);
  return (
    <div className="by-change">
      <span className="by-third">{props.label}</span>{' '}
      {props.from !== null && props.from !== undefined && (
        <>
          <del>{props.from}</del> →{' '}
        </>
      )}
      <ins>{props.to ?? t('empty')}</ins>
    </div>
  );
}
