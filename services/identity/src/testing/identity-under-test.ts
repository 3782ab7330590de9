import type { Clock } from '@banyan/service-kit/clock';
import { Secret } from '@banyan/service-kit/config';
import { createServiceApp, type ServiceApp } from '@banyan/service-kit/http-app';
import { createKit, type Kit } from '@banyan/service-kit/kit';
import { createLog } from '@banyan/service-kit/log';
import { covers, type FactMessage, handleOnce } from '@banyan/service-kit/subscriptions';
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
import { subscriptions } from '../subscriptions.ts';
import { type AccountSketch, insertAccount, insertSession } from './planted-accounts.ts';

export const serviceSecret = 'secret-of-the-mesh';

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
  /** One of the three administrators, at the top of the tree and for a node and below. */
  administrator(username: string, role: string, node?: string): Promise<SignedIn>;
  anonymous(method: string, path: string, options?: RequestOptions): Promise<Response>;
  /** Lets time go by for sessions, locks and links. */
  wait(minutes: number): void;
  /** What was announced since the last call. */
  facts(): Promise<Announced[]>;
  /** Hands the service its own facts or those given, those of one type that follow one another together. */
  deliver(facts?: readonly Announced[]): Promise<void>;
  close(): Promise<void>;
}

function messageOf(fact: Announced & { readonly id?: string }): FactMessage {
  const id = fact.id ?? uuidv7();
  const envelope = { specversion: '1.0', source: 'urn:banyan:test', datacontenttype: 'application/json' };
  return { id, text: JSON.stringify({ ...envelope, time: new Date().toISOString(), ...fact, id }) };
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

  const account = async (sketch: AccountSketch): Promise<SignedIn> => {
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
  };

  return {
    kit,
    deps,
    app,
    owner: database.owner,
    node: nodeOf,
    facts,
    anonymous: send,
    wait: (minutes) => clock.move(minutes * 60_000),
    account,
    administrator: (username, role, node = 'group') =>
      account({ username, at: 'group', administrator: true, holds: [{ role, nodes: [node] }] }),
    deliver: async (given) => {
      const runs: { type: string; messages: FactMessage[] }[] = [];
      for (const fact of given ?? (await facts())) {
        if (runs.at(-1)?.type !== fact.type) runs.push({ type: fact.type, messages: [] });
        runs.at(-1)?.messages.push(messageOf(fact));
      }
      for (const { type, messages } of runs)
        for (const subscription of subscriptions.filter((each) => covers(each.type, `banyan.${type}`)))
          await handleOnce(kit.database, subscription, messages);
    },
    close: async () => {
      await kit.close();
      await database.drop();
    },
  };
}
