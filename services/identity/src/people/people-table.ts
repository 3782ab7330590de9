import type { Person } from '@banyan/contracts/person';
import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';

/** People who still belong to an organization, as their branch or as their section. */
export async function peopleLeftIn(tx: Transaction, organizationId: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }[]>`
    select count(*)::int as count from people
    where (organization_id = ${organizationId} or section_id = ${organizationId})
      and state in ('active', 'suspended', 'out-of-contact')`;
  return row?.count ?? 0;
}

export async function findPerson(
  tx: Transaction,
  id: string,
): Promise<{ readonly name: string; readonly organizationId: string } | null> {
  const [row] = await tx.sql<{ name: string; organizationId: string }[]>`
    select name, organization_id as "organizationId" from people where id = ${id}`;
  return row ?? null;
}

/** Keeps the newest of each person. Returns the ids of those of whom something older, or nothing, was held. */
export async function keepPeople(tx: WriteTransaction, people: readonly Person[]): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    insert into people (id, name, pinyin, organization_id, section_id, stage, state, account_id, version)
    select distinct on (id) id, name, pinyin, "organizationId", "sectionId", stage, state, "accountId", version
    from json_to_recordset(${JSON.stringify(people)}::text::json) as p(id uuid, name text, pinyin text,
      "organizationId" uuid, "sectionId" uuid, stage text, state text, "accountId" uuid, version bigint)
    where not exists (select 1 from voided_people v where v.id = p.id)
    order by id, version desc
    on conflict (id) do update set name = excluded.name, pinyin = excluded.pinyin,
      organization_id = excluded.organization_id, section_id = excluded.section_id, stage = excluded.stage,
      state = excluded.state, account_id = excluded.account_id, version = excluded.version
    where people.version < excluded.version
    returning id`;
  return rows.map(({ id }) => id);
}
