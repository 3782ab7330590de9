import { z } from 'zod';

/** Where a grant holds. `nodes` is empty for `self`. */
export const grantScopeSchema = z.object({
  mode: z.enum(['self', 'node', 'subtree', 'nodes']),
  nodes: z.array(z.uuid()),
});

export type GrantScope = z.infer<typeof grantScopeSchema>;

/** A grant stays a pair: the permissions of one role, and the scope of that same grant. */
export const compiledGrantSchema = z.object({
  role: z.string(),
  permissions: z.array(z.string()),
  scope: grantScopeSchema,
  /** Instants (ISO 8601) between which the grant holds; null is open. */
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});

export type CompiledGrant = z.infer<typeof compiledGrantSchema>;

/** Everything an account may do, at one revision. Revisions grow by one writer and never repeat. */
export const accessSchema = z.object({
  accountId: z.uuid(),
  personId: z.uuid().nullable(),
  revision: z.number().int(),
  active: z.boolean(),
  grants: z.array(compiledGrantSchema),
});

export type Access = z.infer<typeof accessSchema>;
