import type { Clock } from '@banyan/service-kit/clock';
import { Secret } from '@banyan/service-kit/config';
import { createServiceApp, type ServiceApp } from '@banyan/service-kit/http-app';
import { createKit, type Kit } from '@banyan/service-kit/kit';
import { createLog } from '@banyan/service-kit/log';
import { handleOnce } from '@banyan/service-kit/subscriptions';
import { covers } from '@banyan/service-kit/subscriptions';
import type { OrganizationNode } from '@banyan/contracts/organization';
import { createTestDatabase } from '@banyan/test-kit/database';
import { plantTree, treeNodes, type TreeSketch } from '@banyan/test-kit/tree';
import { exportJWK, generateKeyPair } from 'jose';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { mountFeatures } from '../app.ts';
import { migrations } from '../definition.ts';
import { createParts, type Deps } from '../deps.ts';
import { localIdentity } from '../internal/local-identity.ts';
import { syncShippedRoles } from '../roles/sync-shipped-roles.ts';
import { newSessionToken } from '../sessions/session-table.ts';
import { subscriptions } from '../subscriptions.ts';

export const serviceSecret = 'secret-of-the-mesh';

export interface HeldHere {
  readonly role: string;
  readonly mode?: 'self' | 'node' | 'subtree' | 'nodes';
  readonly nodes?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface AccountSketch {
  readonly username: string;
  readonly at: string;
  readonly holds?: readonly HeldHere[];
  readonly administrator?: boolean;
  /** True for the account of a member: a person of the same name is put into the replica. */
  readonly member?: boolean;
  readonly password?: string;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody signed in. Every request exchanges the session for a token first, as the gateway does. */
export interface SignedIn {
  readonly id: string;
  readonly personId: string | null;
  readonly sessionId: string;
  readonly session: string;
  request(method: string, path: string, options?: RequestOptions): Promise<Response>;
  get(path: string): Promise<Response>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** With a token that was issued before, as a gateway's cache may hold it. */
  token(): Promise<string>;
}

export interface Announced {
  readonly type: string;
  readonly subject: string;
  readonly data: Record<string, unknown>;
}

export interface IdentityUnderTest {
  readonly kit: Kit;
  readonly deps: Deps;
  readonly app: ServiceApp;
  readonly owner: Sql;
  node(name: string): OrganizationNode;
  account(sketch: AccountSketch): Promise<SignedIn>;
  anonymous(method: string, path: string, options?: RequestOptions): Promise<Response>;
  /** Lets time go by for sessions, locks and links. */
  wait(minutes: number): void;
  /** What was announced since the last call. */
  facts(): Promise<Announced[]>;
  /** Hands the service its own facts and those given, as the broker would. */
  deliver(facts?: readonly Announced[]): Promise<void>;
  close(): Promise<void>;
}

function movableClock(): Clock & { move(ms: number): void } {
  let offset = 0;
  const now = (): Date => new Date(Date.now() + offset);
  return { now, today: () => '2026-11-23', timeZone: 'Asia/Shanghai', move: (ms) => void (offset += ms) };
}

export async function startIdentity(tree: TreeSketch): Promise<IdentityUnderTest> {
  const database = await createTestDatabase('identity', migrations);
  const nodes = treeNodes(tree);
  await plantTree(database.owner, nodes.values());
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const parts = await createParts({
    TOKEN_PRIVATE_KEY: new Secret(JSON.stringify(await exportJWK(privateKey))),
    SERVICE_SECRET: new Secret(serviceSecret),
    DEMO: false,
  });
  const clock = movableClock();
  const { kit } = createKit({
    domain: 'identity',
    databaseUrl: database.url,
    pool: 4,
    timeZone: 'Asia/Shanghai',
    log: createLog('identity', process.env['TEST_LOG_LEVEL'] ?? 'silent'),
    clock,
    identity: ({ client }) => localIdentity(client, parts.tokens),
  });
  await kit.reloadTree();
  const deps: Deps = { ...parts, kit };
  const app = createServiceApp(kit);
  mountFeatures(app, deps);
  await syncShippedRoles(kit);

  const nodeOf = (name: string): OrganizationNode => {
    const node = nodes.get(name);
    if (node === undefined) throw new Error(`The sketch of the tree has no ${name}.`);
    return node;
  };
  let read = 0;
  const facts = async (): Promise<Announced[]> => {
    const rows = await database.owner<{ sequence: string; message: string }[]>`
      select sequence, message from outbox where sequence > ${read} order by sequence`;
    read = Number(rows.at(-1)?.sequence ?? read);
    return rows.map(({ message }) => JSON.parse(message) as Announced);
  };
  const send = async (method: string, path: string, { body, headers }: RequestOptions = {}) =>
    app.request(path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  return {
    kit,
    deps,
    app,
    owner: database.owner,
    node: nodeOf,
    facts,
    anonymous: send,
    wait: (minutes) => clock.move(minutes * 60_000),
    account: async (sketch) => {
      const { id, personId } = await insertAccount(database.owner, nodeOf, deps, sketch);
      const { session, sessionId } = await insertSession(database.owner, id, clock.now());
      const token = async (): Promise<string> => {
        const response = await send('POST', '/internal/tokens', {
          body: { session, audience: 'identity' },
          headers: { 'x-service-secret': serviceSecret },
        });
        return ((await response.json()) as { token: string }).token;
      };
      const request = async (method: string, path: string, options: RequestOptions = {}) =>
        send(method, path, {
          ...options,
          headers: { authorization: `Bearer ${await token()}`, ...options.headers },
        });
      return {
        id,
        personId,
        session,
        sessionId,
        token,
        request,
        get: (path) => request('GET', path),
        post: (path, body, headers) =>
          request('POST', path, { body, ...(headers === undefined ? {} : { headers }) }),
      };
    },
    deliver: async (given) => {
      for (const fact of given ?? (await facts())) {
        const id = (fact as Announced & { id?: string }).id ?? uuidv7();
        const message = JSON.stringify({
          specversion: '1.0',
          source: 'urn:banyan:test',
          time: new Date().toISOString(),
          datacontenttype: 'application/json',
          ...fact,
          id,
        });
        for (const subscription of subscriptions.filter(({ type }) => covers(type, `banyan.${fact.type}`)))
          await handleOnce(kit.database, subscription, id, message);
      }
    },
    close: async () => {
      await kit.close();
      await database.drop();
    },
  };
}

async function insertAccount(
  owner: Sql,
  node: (name: string) => OrganizationNode,
  { passwords }: Deps,
  sketch: AccountSketch,
): Promise<{ id: string; personId: string | null }> {
  const id = uuidv7();
  const personId = sketch.member === true ? uuidv7() : null;
  const organizationId = node(sketch.at).id;
  const administrator = sketch.administrator === true;
  if (personId !== null) {
    await owner`insert into people ${owner({
      id: personId,
      name: sketch.username,
      pinyin: sketch.username,
      organization_id: organizationId,
      stage: 'full',
      state: 'active',
      version: 1,
    })}`;
  }
  await owner`insert into accounts ${owner({
    id,
    username: sketch.username,
    display_name: sketch.username,
    administrator,
    person_id: personId,
    organization_id: organizationId,
  })}`;
  for (const held of sketch.holds ?? []) {
    await owner`insert into grants ${owner({
      id: uuidv7(),
      account_id: id,
      role_id: held.role,
      administrator,
      mode: held.mode ?? 'subtree',
      nodes: (held.nodes ?? []).map((name) => node(name).id),
      valid_from: held.validFrom ?? null,
      valid_to: held.validTo ?? null,
    })}`;
  }
  if (sketch.password !== undefined) {
    const hash = await passwords.hash(sketch.password);
    await owner`insert into passwords (account_id, hash) values (${id}, ${hash})`;
  }
  return { id, personId };
}

async function insertSession(owner: Sql, accountId: string, now: Date) {
  const { token, hash } = newSessionToken();
  const sessionId = uuidv7();
  await owner`insert into sessions ${owner({
    id: sessionId,
    hash,
    account_id: accountId,
    created_at: now.toISOString(),
    last_seen_at: now.toISOString(),
    idle_seconds: 3_600,
    expires_at: new Date(now.getTime() + 12 * 3_600_000).toISOString(),
  })}`;
  return { session: token, sessionId };
}
