import { daysBetween, endingWithinDays } from './letter-rules.ts';

/** Between two branches of the enterprise, out of it, or into it. */
export const transferKinds = ['within', 'out', 'in'] as const;
export type TransferKind = (typeof transferKinds)[number];

export const transferStates = [
  'applied',
  'issued',
  'received',
  'closed',
  'rejected',
  'cancelled',
  'expired',
] as const;
export type TransferState = (typeof transferStates)[number];

/** What people do to a transfer; letters end by themselves (`expire`). */
export const acts = ['approve', 'reject', 'receive', 'cancel', 'resume', 'receipt'] as const;
export type Act = (typeof acts)[number];
export type Move = Act | 'expire';

type Steps = Readonly<Record<TransferState, Readonly<Partial<Record<Move, TransferState>>>>>;

const ended = { received: {}, closed: {}, rejected: {}, cancelled: {} } as const;

/** Where each act leads from where. The letter is issued in the act that approves. */
const stepsOf: Readonly<Record<TransferKind, Steps>> = {
  within: {
    ...ended,
    applied: { approve: 'issued', reject: 'rejected', cancel: 'cancelled' },
    issued: { receive: 'received', reject: 'rejected', cancel: 'cancelled', expire: 'expired' },
    expired: { resume: 'issued', cancel: 'cancelled' },
    received: { receipt: 'closed' },
  },
  // Nobody at the other end acts here: the receipt that comes back on paper says that the person was received, and it
  // may come after the letter has ended.
  out: {
    ...ended,
    applied: { approve: 'issued', reject: 'rejected', cancel: 'cancelled' },
    issued: { receipt: 'closed', cancel: 'cancelled', expire: 'expired' },
    expired: { receipt: 'closed', resume: 'issued', cancel: 'cancelled' },
  },
  // The letter was issued elsewhere; once it has ended, a new one is to be asked for there.
  in: {
    ...ended,
    applied: {},
    issued: { receive: 'received', reject: 'rejected', cancel: 'cancelled', expire: 'expired' },
    expired: { cancel: 'cancelled' },
    received: { receipt: 'closed' },
  },
};

/** The state that a move leads to; null where it is not open. */
export function nextState(kind: TransferKind, state: TransferState, move: Move): TransferState | null {
  return stepsOf[kind][state][move] ?? null;
}

export function openActs(kind: TransferKind, state: TransferState): Act[] {
  return acts.filter((act) => nextState(kind, state, act) !== null);
}

/** States of a transfer that may still move its person. A person has one such transfer at the most. */
export const openStates: readonly TransferState[] = ['applied', 'issued', 'expired'];

/** Whether a move takes the person from one end to the other. Nothing else ever does. */
export function movesPerson(kind: TransferKind, move: Move): boolean {
  return kind === 'out' ? move === 'receipt' : move === 'receive';
}

export interface LetterDays {
  readonly state: TransferState;
  readonly expiresOn: string | null;
}

/** The state today: a letter ends with its last day, whether or not that has been written down yet. */
export function stateOn({ state, expiresOn }: LetterDays, today: string): TransferState {
  return state === 'issued' && expiresOn !== null && expiresOn < today ? 'expired' : state;
}

/** Whether a letter ends within the days of the reminder. */
export function isEndingSoon(letter: LetterDays, today: string): boolean {
  if (stateOn(letter, today) !== 'issued' || letter.expiresOn === null) return false;
  return daysBetween(today, letter.expiresOn) <= endingWithinDays;
}

/** The end of a transfer at which an act is done. */
export type End = 'from' | 'to';

/** The permission and the end that entitle to an act. */
export interface Demand {
  readonly permission: 'archives.transfer.create' | 'archives.transfer.approve' | 'archives.transfer.receive';
  readonly end: End;
}

const approving: Demand = { permission: 'archives.transfer.approve', end: 'from' };
const receiving: Demand = { permission: 'archives.transfer.receive', end: 'to' };

/** Who may do it. Before the letter the sending approver rejects, after it the receiving side does. */
export function demandOf(kind: TransferKind, state: TransferState, act: Act): Demand {
  switch (act) {
    case 'approve':
    case 'resume':
      return approving;
    case 'reject':
      return state === 'applied' ? approving : receiving;
    case 'receive':
      return receiving;
    case 'cancel':
    case 'receipt':
      return { permission: 'archives.transfer.create', end: kind === 'in' ? 'to' : 'from' };
  }
}

/** Every demand that could entitle to an act in some state: whoever meets none of them is not let in. */
export function demandsOf(kind: TransferKind, act: Act): readonly Demand[] {
  if (act === 'reject')
    return kind === 'within' ? [approving, receiving] : kind === 'out' ? [approving] : [receiving];
  return [demandOf(kind, 'applied', act)];
}
