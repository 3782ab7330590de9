import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Access, CompiledGrant } from '@banyan/contracts/access';
import type { OrganizationNode } from '@banyan/contracts/organization';
import { type Clock, fixedClock } from '@banyan/service-kit/clock';
import { Secret } from '@banyan/service-kit/config';
import { createDiskFileStore } from '@banyan/service-kit/disk-file-store';
import { mountHealth } from '@banyan/service-kit/health';
import { createServiceApp, mountOpenApi, type ServiceApp } from '@banyan/service-kit/http-app';
import { type IdentityClient, noAccess } from '@banyan/service-kit/identity-client';
import { createKit, type Kit } from '@banyan/service-kit/kit';
import { createLog } from '@banyan/service-kit/log';
import type { ServiceDefinition } from '@banyan/service-kit/service';
import type { Subscription } from '@banyan/service-kit/subscriptions';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from './database.ts';
import { plantTree, treeNodes, type TreeSketch } from './tree.ts';

/** What services of the mesh show one another. */
export const serviceSecret = 'test-only';

export interface TestServiceOptions {
  readonly domain: string;
  readonly migrations: readonly string[];
  readonly compose: ServiceDefinition['compose'];
  readonly tree?: TreeSketch;
  readonly clock?: Clock;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who asks: requests carry a signed internal token, as they come from the gateway. */
export interface TestActor {
  readonly accountId: string;
  readonly personId: string | null;
  request(method: string, path: string, options?: RequestOptions): Promise<Response>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  patch(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The same account in another session. */
  elsewhere(): TestActor;
}

export interface ActorGrant {
  readonly permissions: readonly string[];
  readonly mode: 'self' | 'node' | 'subtree' | 'nodes';
  /** Names of nodes in the sketch of the tree. */
  readonly nodes?: readonly string[];
}

/** A service in the test's process on a database of its own: real routes, real SQL, real tokens. */
export interface TestService {
  readonly kit: Kit;
  readonly app: ServiceApp;
  readonly owner: Sql;
  readonly subscriptions: readonly Subscription[];
  node(name: string): OrganizationNode;
  actor(grants: readonly ActorGrant[], personId?: string | null): Promise<TestActor>;
  /** Gives an account other grants, as identity would: at a new revision that the next token names. */
  regrant(actor: TestActor, grants: readonly ActorGrant[]): void;
  /** From now on identity says that the one organization goes on in place of the other. */
  merge(ended: string, into: string): void;
  /** What was stored in the outbox since the last call, as parsed envelopes in order. */
  facts(): Promise<{ type: string; subject: string; data: Record<string, unknown> }[]>;
  /** Resolves when no job is due or running. */
  settleJobs(): Promise<void>;
  close(): Promise<void>;
}

export async function createTestService(options: TestServiceOptions): Promise<TestService> {
  const { domain } = options;
  const database = await createTestDatabase(domain, options.migrations);
  const directory = await mkdtemp(join(tmpdir(), 'banyan-files-'));
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const nodes = treeNodes(options.tree ?? {});
  await plantTree(database.owner, nodes.values());

  const accesses = new Map<string, Access>();
  const mergers = new Map<string, string>();
  const identity: IdentityClient = {
    access: async (accountId) => accesses.get(accountId) ?? noAccess(accountId),
    treeSnapshot: async () => ({ revision: 1, whole: true, organizations: [...nodes.values()] }),
    mergedInto: async (organizationId) => mergers.get(organizationId) ?? null,
    keys: async () => ({ keys: [jwk as Record<string, unknown>] }),
  };
  const { kit } = createKit({
    domain,
    databaseUrl: database.url,
    pool: 4,
    timeZone: 'Asia/Shanghai',
    log: createLog(domain, process.env['TEST_LOG_LEVEL'] ?? 'silent'),
    clock: options.clock ?? fixedClock('2026-11-23T09:00:00+08:00'),
    files: createDiskFileStore(directory),
    identity: () => identity,
  });
  await kit.reloadTree();
  const app = createServiceApp(kit);
  mountHealth(app, kit, { ready: true }, new Secret(serviceSecret));
  const { subscriptions, jobs = [] } = options.compose(kit, app);
  await kit.jobs.start(jobs);
  mountOpenApi(app, domain);

  let revision = 1;
  let read = 0;

  function node(name: string): OrganizationNode {
    const found = nodes.get(name);
    if (found === undefined) throw new Error(`The sketch of the tree has no ${name}.`);
    return found;
  }

  function compiled(grants: readonly ActorGrant[]): CompiledGrant[] {
    return grants.map((grant) => ({
      role: 'test',
      permissions: [...grant.permissions],
      scope: { mode: grant.mode, nodes: (grant.nodes ?? []).map((name) => node(name).id) },
      validFrom: null,
      validTo: null,
    }));
  }

  function setAccess(accountId: string, personId: string | null, grants: readonly ActorGrant[]): void {
    revision += 1;
    accesses.set(accountId, { accountId, personId, revision, active: true, grants: compiled(grants) });
  }

  async function tokenOf(accountId: string, personId: string | null, sessionId: string): Promise<string> {
    return new SignJWT({
      sid: sessionId,
      rev: accesses.get(accountId)?.revision ?? 0,
      ...(personId === null ? {} : { person: personId }),
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'banyan+jwt' })
      .setIssuer('banyan')
      .setAudience(domain)
      .setSubject(accountId)
      .setIssuedAt()
      .setExpirationTime('60s')
      .sign(privateKey);
  }

  function signedIn(accountId: string, personId: string | null, sessionId: string): TestActor {
    const request: TestActor['request'] = async (method, path, { body, headers } = {}) =>
      app.request(path, {
        method,
        headers: {
          authorization: `Bearer ${await tokenOf(accountId, personId, sessionId)}`,
          ...(isJson(body) ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: isJson(body) ? asJson(body) : (body as FormData), duplex: 'half' }),
      });
    return {
      accountId,
      personId,
      request,
      get: (path, headers) => request('GET', path, headers === undefined ? {} : { headers }),
      post: (path, body, headers) =>
        request('POST', path, { body, ...(headers === undefined ? {} : { headers }) }),
      patch: (path, body, headers) =>
        request('PATCH', path, { body, ...(headers === undefined ? {} : { headers }) }),
      elsewhere: () => signedIn(accountId, personId, uuidv7()),
    };
  }

  return {
    kit,
    app,
    owner: database.owner,
    subscriptions,
    node,
    actor: async (grants, personId = null) => {
      const accountId = uuidv7();
      setAccess(accountId, personId, grants);
      return signedIn(accountId, personId, uuidv7());
    },
    regrant: (actor, grants) => setAccess(actor.accountId, actor.personId, grants),
    merge: (ended, into) => void mergers.set(node(ended).id, node(into).id),
    facts: async () => {
      const rows = await database.owner<{ sequence: string; message: string }[]>`
        select sequence, message from outbox where sequence > ${read} order by sequence`;
      read = Number(rows.at(-1)?.sequence ?? read);
      return rows.map(
        ({ message }) =>
          JSON.parse(message) as { type: string; subject: string; data: Record<string, unknown> },
      );
    },
    settleJobs: () => kit.jobs.settle(),
    close: async () => {
      await kit.jobs.stop();
      await kit.close();
      await database.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Forms, bytes and streams go as they are. */
function isJson(body: unknown): boolean {
  return (
    body !== undefined &&
    !(body instanceof FormData) &&
    !(body instanceof Uint8Array) &&
    !(body instanceof ReadableStream)
  );
}

function asJson(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
