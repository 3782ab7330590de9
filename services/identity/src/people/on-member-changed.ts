import type { Person } from '@banyan/contracts/person';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { announceAccess, nextAccessRevision } from '../grants/access-table.ts';
import { keepPerson } from './people-table.ts';

/** Keeps the replica of people; a member who goes to another branch takes the home of the account along. */
export async function onMemberChanged(tx: WriteTransaction, person: Person): Promise<void> {
  if (!(await keepPerson(tx, person))) return;
  const [account] = await tx.sql<{ id: string; moved: boolean }[]>`
    select id, organization_id <> ${person.organizationId} as moved from accounts
    where person_id = ${person.id} and (organization_id <> ${person.organizationId} or display_name <> ${person.name})`;
  if (account === undefined) return;
  // The count is locked before the account, as by everybody who changes what somebody may do.
  if (account.moved) await nextAccessRevision(tx);
  await tx.sql`
    update accounts set display_name = ${person.name}, organization_id = ${person.organizationId}, version = version + 1
    where id = ${account.id}`;
  if (account.moved) await announceAccess(tx, account.id);
}
