import type { WriteTransaction } from '@banyan/service-kit/database';

/** Forgets people whose admission was undone. The archive refuses that for somebody who has an account. */
export async function onMemberVoided(
  tx: WriteTransaction,
  facts: readonly { readonly personId: string }[],
): Promise<void> {
  const ids = facts.map(({ personId }) => personId);
  await tx.sql`insert into voided_people (id) select unnest(${ids}::uuid[]) on conflict do nothing`;
  await tx.sql`delete from people where id = any(${ids}::uuid[])`;
}
