import type { ArchivesSchemas } from '@banyan/api-client/archives';

export type Transfer = ArchivesSchemas['Transfer'];
export type TransferItem = ArchivesSchemas['TransferItem'];
export type TransferGroup = ArchivesSchemas['TransferGroup'];
export type TransferState = TransferItem['state'];
export type TransferKind = TransferItem['kind'];
/** What the form offers: a whole branch goes as a group within. */
export type ApplyKind = TransferKind | 'branch';
export type Direction = TransferItem['direction'];
export type Act = TransferGroup['abilities'][number];
export type Destination = ArchivesSchemas['TransferDestination'];

export const transferStates: readonly TransferState[] = [
  'applied',
  'issued',
  'expired',
  'received',
  'closed',
  'rejected',
  'cancelled',
];
export const directions: readonly Direction[] = ['out', 'in', 'within'];
/** In the order in which they are drawn: what goes on first, what ends last. */
export const acts: readonly Act[] = ['approve', 'receive', 'receipt', 'resume', 'reject', 'cancel'];
export const endingActs: readonly Act[] = ['reject', 'cancel'];
/** Work that waits for the reader, as the service counts and filters it. */
export const duties = ['approve', 'receive', 'receipt', 'ending', 'expired'] as const;
export type Duty = (typeof duties)[number];

/** Its letter holds or has just ended: how long still, matters. */
export function runs({ state }: { state: TransferState }): boolean {
  return state === 'issued' || state === 'expired';
}

/** Rule `transfer-validity`: about 30 days to elsewhere, 90 at the most. */
export const defaultValidDays = 30;
export const maxValidDays = 90;

/** The steps of a transfer that goes well; what comes from outside begins with its letter. */
export function stepsOf(kind: TransferKind): readonly TransferState[] {
  if (kind === 'in') return ['issued', 'received', 'closed'];
  if (kind === 'out') return ['applied', 'issued', 'closed'];
  return ['applied', 'issued', 'received', 'closed'];
}

/** How far it has come among its steps; what went wrong stands where it went wrong. */
export function reachedStep(transfer: Pick<Transfer, 'kind' | 'state' | 'letter'>): number {
  const steps = stepsOf(transfer.kind);
  const at = steps.indexOf(transfer.state);
  if (at >= 0) return at;
  return transfer.letter === null ? 0 : steps.indexOf('issued');
}
