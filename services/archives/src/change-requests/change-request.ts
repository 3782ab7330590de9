import type { CustomName } from '../fields/change-custom.ts';
import type { MemberField } from '../members/member-fields.ts';

export const requestStates = ['open', 'decided', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

export const decisions = ['accept', 'decline'] as const;
export type Decision = (typeof decisions)[number];

/** Proposals of one account for one person that may wait at the same time. */
export const mostOpen = 10;

/** A field of every record, or one that its organization added. */
export type ProposedName = MemberField | CustomName;

/** One field of a proposal. Values are stored as in the history: sensitive ones sealed. */
export interface ProposedField {
  readonly field: ProposedName;
  readonly from: unknown;
  readonly to: unknown;
  readonly decision: Decision | null;
}

/** A request is open until each of its fields is decided. */
export function stateAfter(fields: readonly Pick<ProposedField, 'decision'>[]): RequestState {
  return fields.every(({ decision }) => decision !== null) ? 'decided' : 'open';
}

/** Equal as values, whatever the order of keys that the database gave them. */
export function isSame(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
