import type { Transaction } from '@banyan/service-kit/database';

/** The name of whoever acts, where the account belongs to a person on record. */
export async function authorName({ sql, scope }: Transaction): Promise<string | null> {
  const { personId } = scope.actor;
  if (personId === null) return null;
  const [author] = await sql<{ name: string | null }[]>`select member_name(${personId}) as name`;
  return author?.name ?? null;
}
