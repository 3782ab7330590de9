import { mountFeatures } from '@banyan/archives-service/app';
import { archivesConfig } from '@banyan/archives-service/config';
import { createParts, type Deps } from '@banyan/archives-service/deps';
import { jobs as jobsOfArchives } from '@banyan/archives-service/jobs';
import type { Access } from '@banyan/contracts/access';
import type { Clock } from '@banyan/service-kit/clock';
import { createDatabase } from '@banyan/service-kit/database';
import { createFileStore } from '@banyan/service-kit/file-store';
import { createServiceApp } from '@banyan/service-kit/http-app';
import type { JobRequest, Jobs, Worker } from '@banyan/service-kit/jobs';
import { createKit, type Kit } from '@banyan/service-kit/kit';
import { createLog } from '@banyan/service-kit/log';
import type { Authenticator } from '@banyan/service-kit/authenticate';

/** Archives itself in this process: its routes, rules, audit rows and facts, at the time that the clock says. */
export interface ArchivesInProcess {
  readonly deps: Deps;
  /** Sends a request as an account, and has done what it asks for later before this resolves. */
  request(accountId: string, method: string, path: string, given?: Given): Promise<Response>;
  close(): Promise<void>;
}

export interface Given {
  readonly body?: object | undefined;
  readonly version?: number | undefined;
}

export interface ArchivesOptions {
  /** What the process of archives would read, but for its port. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly accessOf: (accountId: string) => Promise<Access>;
}

export async function openArchives({
  environment,
  clock,
  accessOf,
}: ArchivesOptions): Promise<ArchivesInProcess> {
  const config = archivesConfig({ ...environment, PORT: '0', LOG_LEVEL: 'warn' });
  const { kit: plain, client } = createKit({
    domain: 'archives',
    databaseUrl: config.DATABASE_URL.reveal(),
    pool: 2,
    timeZone: config.TIME_ZONE,
    log: createLog('archives', config.LOG_LEVEL),
    clock,
    // A crash has the whole load begin again: no commit waits for the disk.
    databaseSettings: { synchronous_commit: 'off', plan_cache_mode: 'force_generic_plan' },
    files: createFileStore(config),
    identity: () => ({
      access: accessOf,
      treeSnapshot: () => Promise.reject(new Error('The replica of the tree was loaded with the group.')),
      mergedInto: () => Promise.reject(new Error('Nothing is merged here.')),
      keys: () => Promise.reject(new Error('Nobody signs anything here.')),
    }),
  });
  const asked: JobRequest[] = [];
  const jobs = collecting(plain.jobs, asked);
  const kit: Kit = {
    ...plain,
    jobs,
    database: createDatabase(client, { domain: 'archives', jobs, onFacts: () => undefined }),
    authenticator: authenticatorOf(plain, accessOf),
  };
  await kit.reloadTree();
  const deps: Deps = { ...createParts(config), kit, recent: { since: null } };
  const app = createServiceApp(kit);
  mountFeatures(app, deps);
  const workers = jobsOfArchives(deps).filter((part): part is Worker => part.kind === 'worker');
  return {
    deps,
    request: async (accountId, method, path, given = {}) => {
      const answer = await app.request(`/api/archives${path}`, initOf(accountId, method, given));
      await workOff(workers, asked);
      return answer;
    },
    close: () => kit.close(),
  };
}

function initOf(accountId: string, method: string, { body, version }: Given): RequestInit {
  const isForm = body instanceof FormData;
  return {
    method,
    headers: {
      authorization: `Bearer ${accountId}`,
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  };
}

/** Jobs are kept in this process, and worked off as soon as the request that asked for them is answered. */
function collecting(plain: Jobs, asked: JobRequest[]): Jobs {
  return { ...plain, store: async (_sql, requests) => void asked.push(...requests) };
}

async function workOff(workers: readonly Worker[], asked: JobRequest[]): Promise<void> {
  for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
    const { name } = next.job;
    const worker = workers.find(({ job }) => job.name === name);
    await worker?.run(next.data, { attempt: 1, signal: new AbortController().signal });
  }
}

/** Nobody signs in before the services run: a request names its account, with the access that the account will have. */
function authenticatorOf({ access }: Kit, accessOf: ArchivesOptions['accessOf']): Authenticator {
  const actorOf = async (accountId: string, requestId: string | null) => {
    if (access.access(accountId) === undefined) access.put(await accessOf(accountId));
    const { personId } = access.access(accountId) as Access;
    return { accountId, personId, sessionId: null, requestId };
  };
  return {
    authenticate: (authorization, requestId) =>
      actorOf((authorization ?? '').replace('Bearer ', ''), requestId),
    recall: ({ accountId, requestId }) => actorOf(accountId, requestId),
    doubt: () => undefined,
  };
}
