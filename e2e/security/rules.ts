import type { Ask } from '../mesh/client.ts';
import type { TransferExpectation, TransferListExpectation } from './check-transfer.ts';
import type { NodeName, PersonName } from './tree.ts';

/** What a request is about: its place on the tree decides. */
export type Target =
  | { readonly kind: 'person'; readonly person: PersonName }
  /** A file of a person's dossier. */
  | { readonly kind: 'file'; readonly person: PersonName }
  /** What has been proposed for a person. */
  | { readonly kind: 'proposal'; readonly person: PersonName }
  | { readonly kind: 'node'; readonly node: NodeName }
  /** A verification round that goes down from this node: to all below it who are asked, and to those who run it. */
  | { readonly kind: 'round' | 'own-round'; readonly node: NodeName }
  /** A file being imported for this node and all below it; one that may be thrown away. */
  | { readonly kind: 'import' | 'discarded-import'; readonly node: NodeName }
  /** An account of nobody in the cast, at home at this node. */
  | { readonly kind: 'account'; readonly node: NodeName }
  /** A grant of such an account. */
  | { readonly kind: 'grant'; readonly node: NodeName }
  /** A session of such an account. */
  | { readonly kind: 'session'; readonly node: NodeName };

/** One way to ask. `{id}` in a query or body stands for the target. */
export interface Way extends Ask {
  readonly query?: string;
}

export type Expectation =
  | TransferExpectation
  | TransferListExpectation
  /** No session is needed. */
  | { readonly rule: 'open'; readonly way: Way; readonly inside: number }
  /** Any session will do, and it concerns the session's own account alone. */
  | { readonly rule: 'session'; readonly way: Way; readonly inside: number; readonly ends?: boolean }
  /** Of the enterprise as a whole: the permission alone decides. */
  | {
      readonly rule: 'whole';
      readonly permission: string;
      readonly way: Way;
      readonly inside: number;
      /** Of what the path names; unknown otherwise. */
      readonly id?: string;
    }
  /** Rows in reach of the permission, by the kind of what they are about. */
  | {
      readonly rule: 'list';
      readonly permission: string;
      readonly of: 'person' | 'node' | 'account' | 'grant';
    }
  /**
   * The place of the target decides. Of a `record` the path names it, and every way to ask is refused alike; else query or
   * body do, which have to be read first.
   */
  | {
      readonly rule: 'record' | 'placed';
      readonly of: Target['kind'];
      readonly permission: string;
      /** For whoever may: tells from a refusal and, where it can be, changes nothing. */
      readonly way: Way;
      readonly inside: number;
      /** Without the permission: 403, or 404 where everybody holds something of that kind. */
      readonly without?: 403 | 404;
    };

export const open = (inside: number, way: Way = {}): Expectation => ({ rule: 'open', inside, way });
export const session = (inside: number, way: Way = {}): Expectation => ({ rule: 'session', inside, way });
export const whole = (permission: string, inside: number, way: Way = {}) => ({
  rule: 'whole' as const,
  permission,
  inside,
  way,
});
export const list = (permission: string, of: 'person' | 'node' | 'account' | 'grant'): Expectation => ({
  rule: 'list',
  permission,
  of,
});
export const record = (
  of: Target['kind'],
  permission: string,
  inside: number,
  way: Way = {},
): Expectation => ({
  rule: 'record',
  of,
  permission,
  inside,
  way,
});
export const placed = (of: Target['kind'], permission: string, inside: number, way: Way): Expectation => ({
  rule: 'placed',
  of,
  permission,
  inside,
  way,
});
