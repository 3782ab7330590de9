import type { Person } from '@banyan/contracts/person';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { announceAccess, nextAccessRevision } from '../grants/access-table.ts';
import { keepPeople } from './people-table.ts';

/** Keeps the replica of people; a member who goes to another branch takes the home of the account along. */
export async function onMemberChanged(
  tx: WriteTransaction,
  facts: readonly { readonly person: Person }[],
): Promise<void> {
  const kept = await keepPeople(
    tx,
    facts.map(({ person }) => person),
  );
  if (kept.length === 0) return;
  const accounts = await tx.sql<{ id: string; moved: boolean }[]>`
    select a.id, a.organization_id <> p.organization_id as moved
    from accounts a join people p on p.id = a.person_id
    where p.id = any(${kept}::uuid[]) and (a.organization_id <> p.organization_id or a.display_name <> p.name)`;
  if (accounts.length === 0) return;
  const moved = accounts.filter((account) => account.moved);
  // The count is locked before the accounts, as by everybody who changes what somebody may do.
  if (moved.length > 0) await nextAccessRevision(tx);
  await tx.sql`
    update accounts a set display_name = p.name, organization_id = p.organization_id, version = a.version + 1
    from people p where p.id = a.person_id and a.id = any(${accounts.map(({ id }) => id)}::uuid[])`;
  for (const { id } of moved) await announceAccess(tx, id);
}
