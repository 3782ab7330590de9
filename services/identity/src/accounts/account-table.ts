import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { notFound } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { holds, type Scope, systemScope } from '@banyan/service-kit/scope';
import type { PendingQuery, Row, Sql } from 'postgres';
import type { Account } from './account.ts';

/** True while account `a` as a whole is locked: a lock of one address or device concerns whoever sits there alone. */
export const lockedAt = (sql: Sql, now: string): PendingQuery<Row[]> => sql`
  exists (select from sign_in_guards g where g.account_id = a.id and g.kind = 'strangers' and g.locked_until > ${now})`;

/** Columns of an account `a`, with its locks at an instant. */
export const accountColumns = (sql: Sql, now: string): PendingQuery<Row[]> => sql`
  a.id, a.username, a.display_name as "displayName", a.kind, a.administrator, a.person_id as "personId",
  a.organization_id as "organizationId", a.status, a.last_sign_in_at as "lastSignInAt", a.created_at as "createdAt",
  a.version::int as version,
  ${lockedAt(sql, now)} as locked,
  (select count(*)::int from sign_in_guards g where g.account_id = a.id and g.locked_until > ${now}) as locks`;

export async function findAccount(tx: Transaction, id: string, now: string): Promise<Account | null> {
  const [row] = await tx.sql<
    Account[]
  >`select ${accountColumns(tx.sql, now)} from accounts a where a.id = ${id}`;
  return row ?? null;
}

/** The first wall for one account: its home, or that it is the reader's own record. */
export function holdsAccount(
  kit: Kit,
  scope: Scope,
  account: Pick<Account, 'organizationId' | 'personId'>,
): boolean {
  if (scope.personId !== null && account.personId === scope.personId) return true;
  return scope.whole || holds(scope, kit.tree(), account.organizationId);
}

/** The account, or `notFound` where it does not exist or lies outside the scope. */
export async function accountInScope(kit: Kit, tx: Transaction, scope: Scope, id: string): Promise<Account> {
  const account = await findAccount(tx, id, kit.clock.now().toISOString());
  if (account === null || !holdsAccount(kit, scope, account)) throw notFound();
  return account;
}

/** Names of whoever acted, also of accounts that the reader may not open. */
export async function accountNames(kit: Kit, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await kit.database.read(
    systemScope('identity.account.name'),
    (tx) => tx.sql<{ id: string; name: string }[]>`
      select id, display_name as name from accounts where id = any(${wanted}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The administrator role of which this account is the last one able to act, if there is one. */
export async function lastAdministratorRole(tx: WriteTransaction, accountId: string): Promise<string | null> {
  const [row] = await tx.sql<{ role: string }[]>`
    select g.role_id as role from grants g
    where g.account_id = ${accountId} and g.administrator and g.revoked_at is null and not exists (
      select from grants o join accounts a on a.id = o.account_id
      where o.role_id = g.role_id and o.revoked_at is null and o.account_id <> g.account_id and a.status = 'active')`;
  return row?.role ?? null;
}
