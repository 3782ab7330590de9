import { type StateShape, StateTag, type StateTone, useText } from '@banyan/ui-kit';
import { RelativeDay } from '../RelativeDay.tsx';
import { runs, type TransferItem, type TransferState } from './transfer.ts';
import { transferTexts } from './transfer-texts.ts';

const marks: Record<TransferState, [StateShape, StateTone]> = {
  applied: ['ring', 'info'],
  issued: ['diamond', 'info'],
  expired: ['square', 'notice'],
  received: ['diamond', 'good'],
  closed: ['dot', 'good'],
  rejected: ['cross', 'quiet'],
  cancelled: ['bar', 'quiet'],
};

export function TransferMark(props: { state: TransferState }) {
  const t = useText(transferTexts);
  const [shape, tone] = marks[props.state];
  return (
    <StateTag shape={shape} tone={tone}>
      {t(`state.${props.state}`)}
    </StateTag>
  );
}

/** From where to where, the longer path on hover. */
export function TransferRoute(props: { transfer: Pick<TransferItem, 'from' | 'to'> }) {
  const { from, to } = props.transfer;
  return (
    <span className="archives-route">
      <span title={from.path ?? from.name}>{from.name}</span>
      <span aria-hidden="true">→</span>
      <span title={to.path ?? to.name}>{to.name}</span>
    </span>
  );
}

/** How long the letter still holds, where that matters; else its number. */
export function LetterMark(props: { transfer: Pick<TransferItem, 'letter' | 'state'> }) {
  const t = useText(transferTexts);
  const { letter } = props.transfer;
  if (letter === null) return <span className="by-third">{t('letterNone')}</span>;
  return (
    <span className="by-nowrap">
      {runs(props.transfer) ? (
        <RelativeDay date={letter.expiresOn} days={letter.daysLeft} urgent={letter.endingSoon} />
      ) : (
        letter.number
      )}
    </span>
  );
}
