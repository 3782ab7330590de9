import { randomBytes } from 'node:crypto';
import { accountCreated, organizationCreated } from '@banyan/contracts/identity/events';
import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { AppError, invalid } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { publicScope, systemScope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import { linkHash } from '../accounts/invite-account.ts';
import type { Deps } from '../deps.ts';
import { nextAccessRevision } from '../grants/access-table.ts';
import { type Organization, pathBelow } from '../organizations/organization.ts';
import {
  insertOrganization,
  nextTreeRevision,
  nodeOf,
  recordChange,
} from '../organizations/organization-table.ts';
import { linkUnusable } from '../passwords/change-password.ts';
import { hashForOwner, storePassword } from '../passwords/password-table.ts';
import type { Bootstrap } from './contract.ts';

const hoursValid = 24;

/** The link that makes the first administrators; only while there is no account, and the newest one only. */
export async function makeBootstrapLink(kit: Kit): Promise<{ path: string; expiresAt: string }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(kit.clock.now().getTime() + hoursValid * 3_600_000).toISOString();
  await kit.database.write(systemScope('identity.bootstrap'), async (tx) => {
    await checkEmpty(tx);
    await tx.sql`delete from one_time_links where purpose = 'bootstrap'`;
    await tx.sql`
      insert into one_time_links (hash, purpose, expires_at) values (${linkHash(token)}, 'bootstrap', ${expiresAt})`;
  });
  return { path: `/setup#${token}`, expiresAt };
}

async function checkEmpty(tx: Transaction): Promise<void> {
  const any = await tx.sql`select from accounts limit 1`;
  if (any.length > 0)
    throw new AppError('conflict', 'identity.bootstrap-done', 'There are accounts already.', {
      detail: 'Sign in as the system administrator.',
    });
}

const roles = { system: 'system-admin', security: 'security-admin', auditor: 'audit-admin' } as const;
type Post = keyof typeof roles;
const posts = Object.keys(roles) as Post[];

/** The group and its three administrators, by the link of the first start. */
export async function bootstrap(
  deps: Deps,
  requestId: string,
  input: Bootstrap,
): Promise<{ enterpriseId: string }> {
  const { kit } = deps;
  if (new Set(posts.map((post) => input[post].username)).size < posts.length)
    throw invalid('request.invalid', 'The request has values that cannot be used.', [
      { field: 'security.username', code: 'repeated', message: 'Three people, three usernames.' },
    ]);
  const hash = linkHash(input.token);
  const now = kit.clock.now().toISOString();
  const usable = await kit.database.read(
    systemScope('identity.bootstrap'),
    (tx) => tx.sql`
      select from one_time_links where hash = ${hash} and purpose = 'bootstrap' and expires_at > ${now}`,
  );
  if (usable.length === 0) throw linkUnusable();
  const enterpriseId = uuidv7();
  const hashes = {} as Record<Post, string>;
  for (const post of posts) {
    const { username, password } = input[post];
    hashes[post] = await hashForOwner(
      deps,
      { id: null, username, organizationId: enterpriseId },
      password,
      `${post}.password`,
    );
  }
  await kit.database.write(publicScope(requestId), async (tx) => {
    await tx.enter(systemScope('identity.bootstrap'));
    const revision = await nextAccessRevision(tx);
    await checkEmpty(tx);
    const used = await tx.sql`delete from one_time_links where hash = ${hash} returning hash`;
    if (used.length === 0) throw linkUnusable();
    await plantRoot(kit, tx, enterpriseId, input.enterprise);
    for (const post of posts)
      await appoint(tx, { post, enterpriseId, revision, hash: hashes[post], person: input[post] });
  });
  await kit.treeChanged();
  return { enterpriseId };
}

async function plantRoot(
  kit: Kit,
  tx: WriteTransaction,
  id: string,
  input: Bootstrap['enterprise'],
): Promise<void> {
  const treeRevision = await nextTreeRevision(tx);
  const [row] = await tx.sql<{ number: number }[]>`select nextval('organization_numbers')::int as number`;
  const number = row?.number ?? 1;
  const organization: Organization = {
    ...input,
    id,
    parentId: null,
    number,
    path: pathBelow(null, number),
    type: 'group',
    status: 'active',
    sort: 0,
    establishedOn: null,
    termEndsOn: null,
    validFrom: kit.clock.today(),
    validTo: null,
    mergedIntoId: null,
    creditCode: null,
    nature: null,
    place: null,
    version: 1,
  };
  await insertOrganization(tx, organization);
  const fields = Object.entries(input).map(([field, to]) => ({ field, from: null, to }));
  await recordChange(tx, { organization, action: 'created', verb: 'create', fields, treeRevision });
  tx.emit(organizationCreated, id, { treeRevision, version: 1, organization: nodeOf(organization) });
}

interface Appointment {
  readonly post: Post;
  readonly enterpriseId: string;
  readonly revision: number;
  readonly hash: string;
  readonly person: Bootstrap[Post];
}

async function appoint(tx: WriteTransaction, appointment: Appointment): Promise<void> {
  const { post, enterpriseId, revision, hash, person } = appointment;
  const id = uuidv7();
  await tx.sql`insert into accounts ${tx.sql({
    id,
    username: person.username,
    display_name: person.displayName,
    administrator: true,
    organization_id: enterpriseId,
    access_revision: revision,
  })}`;
  await tx.sql`insert into grants ${tx.sql({
    id: uuidv7(),
    account_id: id,
    role_id: roles[post],
    administrator: true,
    mode: 'subtree',
    nodes: [enterpriseId],
  })}`;
  await storePassword(tx, id, hash);
  const subject = { subjectId: id, organizationId: enterpriseId };
  tx.audit({ action: 'identity.account.create', entity: 'account', ...subject, version: 1 });
  tx.audit({ action: 'identity.grant.assign', entity: 'grant', ...subject, reason: roles[post] });
  tx.emit(accountCreated, id, { accountId: id, personId: null, version: 1 });
}
