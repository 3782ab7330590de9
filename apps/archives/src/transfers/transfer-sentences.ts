import type { Act, TransferItem } from './transfer.ts';
import type { ActTranslate } from './act-texts.ts';
import type { RecordTranslate } from './record-texts.ts';

type Told = Pick<TransferItem, 'kind' | 'state' | 'person' | 'from' | 'to'>;

const params = ({ person, from, to }: Told) => ({ name: person.name, from: from.name, to: to.name });

/** Where it is, who has to do the next step, and who is responsible meanwhile. */
export function waitingText(t: RecordTranslate, transfer: Told): string {
  const { kind, state } = transfer;
  const arrives = kind === 'in';
  if (state === 'issued' && kind !== 'within') return t(`waiting.${kind}`, params(transfer));
  if (arrives && (state === 'expired' || state === 'rejected' || state === 'cancelled'))
    return t(`waiting.${state}In`, params(transfer));
  return t(`waiting.${state}`, params(transfer));
}

/** What an act will do, before it is done. */
export function effectText(t: ActTranslate, transfer: Told, act: Act): string {
  const said = params(transfer);
  if (transfer.kind === 'in' && (act === 'reject' || act === 'receive' || act === 'cancel'))
    return t(`will.${act}In`, said);
  if (transfer.kind === 'out' && act === 'receipt') return t('will.receiptOut', said);
  return t(`will.${act}`, said);
}

/** Who may do it, for whoever may not. */
export function entitledText(t: ActTranslate, transfer: Told, act: Act): string {
  const said = params(transfer);
  if (act === 'approve' || act === 'resume') return t('who.approve', said);
  if (act === 'receive') return t('who.receive', said);
  if (act === 'reject') return t(transfer.state === 'applied' ? 'who.approve' : 'who.receive', said);
  return t(transfer.kind === 'in' ? 'who.receive' : 'who.from', said);
}
