import type { Transaction } from '@banyan/service-kit/database';
import type { Kit } from '@banyan/service-kit/kit';
import { memberRole } from './access.ts';
import type { HeldRole } from './contract.ts';

type Mode = HeldRole['scope']['mode'];

interface HeldRow {
  readonly accountId: string;
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly nodes: string[];
}

/** Nodes of a scope with their names. */
export function scopeView(kit: Kit, mode: Mode, nodes: readonly string[]): HeldRole['scope'] {
  return { mode, nodes: nodes.map((id) => ({ id, name: kit.tree().get(id)?.name ?? '' })) };
}

/** The roles that hold now, by account: those granted, and `member` for the accounts of members. */
export async function heldRoles(
  kit: Kit,
  tx: Transaction,
  accounts: readonly { readonly id: string; readonly personId: string | null }[],
): Promise<Map<string, HeldRole[]>> {
  const now = kit.clock.now().toISOString();
  const rows = await tx.sql<HeldRow[]>`
    select g.account_id as "accountId", r.id, r.name, g.mode, g.nodes
    from grants g join roles r on r.id = g.role_id
    where g.account_id = any(${accounts.map(({ id }) => id)}::uuid[]) and g.revoked_at is null
      and (g.valid_from is null or g.valid_from <= ${now}) and (g.valid_to is null or g.valid_to > ${now})
    union all
    select a, r.id, r.name, 'self', '{}'
    from unnest(${accounts.filter(({ personId }) => personId !== null).map(({ id }) => id)}::uuid[]) a, roles r
    where r.id = ${memberRole}`;
  const held = new Map<string, HeldRole[]>(accounts.map(({ id }) => [id, []]));
  for (const { accountId, id, name, mode, nodes } of rows)
    held.get(accountId)?.push({ id, name, scope: scopeView(kit, mode, nodes) });
  return held;
}
