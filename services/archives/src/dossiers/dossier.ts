import type { MembershipState, Stage } from '@banyan/contracts/person';

export const itemStates = ['missing', 'partial', 'complete', 'not-needed'] as const;
export type ItemState = (typeof itemStates)[number];

/** What a person may say of an item, beside its files: the original may lie in the personnel file, unscanned. */
export const marks = ['partial', 'complete', 'not-needed'] as const;
export type Mark = (typeof marks)[number];

/** What is asked for of somebody: an item of the national list or an extra of a node above. */
export interface Requirement {
  readonly item: string;
  readonly list: 'national' | 'local';
  readonly stage: Stage | null;
  readonly least: number;
}

/** A local extra, with the path of the node that asks for it. */
export interface LocalExtra extends Requirement {
  readonly list: 'local';
  readonly path: string;
}

const order: readonly Stage[] = ['applicant', 'activist', 'candidate', 'probationary', 'full'];

/** People on the roll have a dossier to keep up; of the others it is kept as it is. */
export const countedStates: readonly MembershipState[] = ['active', 'suspended', 'out-of-contact'];

export function isDue({ stage }: Pick<Requirement, 'stage'>, reached: Stage): boolean {
  return stage !== null && order.indexOf(stage) <= order.indexOf(reached);
}

/** What a mark and the number of files amount to. */
export function stateOf(mark: Mark | null, files: number, least: number): ItemState {
  if (mark !== null) return mark;
  if (files === 0) return 'missing';
  return files < least ? 'partial' : 'complete';
}

export function isSettled(state: ItemState): boolean {
  return state === 'complete' || state === 'not-needed';
}

/** A mark that the files do not show needs a word: why not needed, or where the original lies. */
export function needsNote(mark: Mark | null, files: number): boolean {
  return mark === 'not-needed' || mark === 'partial' || (mark === 'complete' && files === 0);
}

/** The national list and what the nodes from the root down to this path ask for beyond it. */
export function requirementsAt<Extra extends { readonly path: string }>(
  extras: readonly Extra[],
  path: string,
): Extra[] {
  return extras.filter((extra) => path.startsWith(extra.path));
}

export interface Progress {
  /** Items that are due and settled, of those that are due. */
  readonly met: number;
  readonly due: number;
}

export function progressOf(
  requirements: readonly Requirement[],
  settled: ReadonlySet<string>,
  stage: Stage,
): Progress & { readonly missing: readonly string[] } {
  const due = requirements.filter((requirement) => isDue(requirement, stage));
  const missing = due.filter(({ item }) => !settled.has(item)).map(({ item }) => item);
  return { met: due.length - missing.length, due: due.length, missing };
}
