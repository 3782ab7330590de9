import type { Kit } from '@banyan/service-kit/kit';
import { type Actor, selfScope } from '@banyan/service-kit/scope';
import { notFound } from '@banyan/service-kit/error';
import type { Transaction } from '@banyan/service-kit/database';
import { accountInScope, findAccount } from '../accounts/account-table.ts';
import { instant } from '../request.ts';
import { settingsAt } from '../settings/setting-table.ts';
import type { SessionView } from './contract.ts';
import type { Session } from './session.ts';
import { aliveAt, endSessions, sessionColumns } from './session-table.ts';

export interface SessionList {
  readonly items: SessionView[];
  /** How many the account may have. */
  readonly limit: number;
}

/** My own sessions, or those of an account in scope for whoever may see them. */
export async function listSessions(kit: Kit, actor: Actor, accountId: string): Promise<SessionList> {
  const own = accountId === actor.accountId;
  const scope = own
    ? selfScope(actor, 'identity.session.own')
    : kit.authorizer.authorize(actor, 'identity.session.read');
  const now = kit.clock.now().toISOString();
  const { account, rows } = await kit.database.read(scope, async (tx) => ({
    account: own ? await findAccount(tx, accountId, now) : await accountInScope(kit, tx, scope, accountId),
    rows: await tx.sql<Session[]>`
      select ${sessionColumns(tx.sql)} from sessions s
      where s.account_id = ${accountId} and ${aliveAt(tx.sql, now)}
      order by s.created_at desc, s.id desc limit 200`,
  }));
  if (account === null) throw notFound();
  const items = rows.map(({ id, createdAt, lastSeenAt, expiresAt, address, userAgent }) => ({
    id,
    accountId,
    createdAt: instant(createdAt),
    lastSeenAt: instant(lastSeenAt),
    expiresAt: instant(expiresAt),
    address,
    userAgent,
    current: id === actor.sessionId,
  }));
  const setting = await settingsAt(kit, account.organizationId);
  return { items, limit: setting('identity.sessions-per-account') };
}

/** Ends one of my sessions, or another's where I may. An unknown one and one out of reach are the same. */
export async function endSession(kit: Kit, actor: Actor, id: string): Promise<void> {
  const mine = selfScope(actor, 'identity.session.own');
  const own = await kit.database.read(mine, (tx) => ownerOf(tx, id));
  const isMine = own === actor.accountId;
  const scope = isMine ? mine : kit.authorizer.scopeFor(actor, 'identity.session.remove');
  if (scope === null) throw notFound();
  await kit.database.write(scope, async (tx) => {
    const accountId = await ownerOf(tx, id);
    if (accountId === null) throw notFound();
    const organizationId = isMine ? null : (await accountInScope(kit, tx, scope, accountId)).organizationId;
    if ((await endSessions(tx, { sessionId: id }, isMine ? 'signed-out' : 'ended')) === 0) return;
    tx.audit({ action: 'identity.session.remove', entity: 'session', subjectId: id, organizationId });
  });
}

async function ownerOf(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.sql<
    { accountId: string }[]
  >`select account_id as "accountId" from sessions where id = ${id}`;
  return row?.accountId ?? null;
}
