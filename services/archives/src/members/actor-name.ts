import type { Transaction } from '@banyan/service-kit/database';

/** The name of whoever acts, where the account belongs to a person on record. */
export async function actorName({ sql, scope }: Transaction): Promise<string | null> {
  const { personId } = scope.actor;
  if (personId === null) return null;
  const [row] = await sql<{ name: string | null }[]>`select member_name(${personId}::uuid) as name`;
  return row?.name ?? null;
}
