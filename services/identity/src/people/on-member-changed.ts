import type { Person } from '@banyan/contracts/person';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { announceAccess } from '../grants/access-table.ts';
import { keepPerson } from './people-table.ts';

/** Keeps the replica of people; a member who goes to another branch takes the home of the account along. */
export async function onMemberChanged(tx: WriteTransaction, person: Person): Promise<void> {
  if (!(await keepPerson(tx, person))) return;
  const [account] = await tx.sql<{ id: string; moved: boolean }[]>`
    update accounts a set display_name = ${person.name}, organization_id = ${person.organizationId},
      version = a.version + 1
    from accounts before
    where a.person_id = ${person.id} and before.id = a.id
      and (a.organization_id <> ${person.organizationId} or a.display_name <> ${person.name})
    returning a.id, before.organization_id <> ${person.organizationId} as moved`;
  if (account?.moved === true) await announceAccess(tx, account.id);
}
