import type { WriteTransaction } from '@banyan/service-kit/database';

/** Forgets a person whose admission was undone. The archive refuses that for somebody who has an account. */
export async function onMemberVoided(tx: WriteTransaction, personId: string): Promise<void> {
  await tx.sql`insert into voided_people (id) values (${personId}) on conflict do nothing`;
  await tx.sql`delete from people where id = ${personId}`;
}
