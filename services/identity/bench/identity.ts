import { performance } from 'node:perf_hooks';
import { createAccessDirectory } from '@banyan/service-kit/access-directory';
import { createTree, type TreeNode } from '@banyan/service-kit/organization-tree';
import { holdsPath, organizationalScope } from '@banyan/service-kit/scope';
import type { OrganizationNode } from '@banyan/contracts/organization';
import { v7 as uuidv7 } from 'uuid';
import { moveOrganization } from '../src/organizations/move-organization.ts';
import { type IdentityUnderTest, startIdentity } from '../src/testing/identity-under-test.ts';

/** A group of `units` × 31 × 25 branches below one root, numbered as identity numbers them. */
function group(units: number): OrganizationNode[] {
  const nodes: OrganizationNode[] = [];
  const add = (parent: OrganizationNode | null, type: OrganizationNode['type']): OrganizationNode => {
    const number = nodes.length + 1;
    const node: OrganizationNode = {
      id: uuidv7(),
      parentId: parent?.id ?? null,
      path: `${parent?.path ?? '/'}${number.toString(36)}/`,
      type,
      code: `C${number}`,
      name: `党组织${number}`,
      shortName: `组织${number}`,
      status: 'active',
      sort: number,
      establishedOn: null,
      termEndsOn: null,
      validFrom: null,
      validTo: null,
      version: 1,
    };
    nodes.push(node);
    return node;
  };
  const root = add(null, 'group');
  for (let u = 0; u < units; u += 1) {
    const unit = add(root, 'committee');
    for (let g = 0; g < 31; g += 1) {
      const general = add(unit, 'general-branch');
      for (let b = 0; b < 25; b += 1) add(general, 'branch');
    }
  }
  return nodes;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Nanoseconds of one check, in batches: is this permission held over the organization of this record? */
function measureCheck(nodes: readonly TreeNode[]): { p50: number; p99: number } {
  const tree = createTree(nodes, 1);
  const directory = createAccessDirectory(() => tree);
  const accounts = Array.from({ length: 5_000 }, () => uuidv7());
  const branches = nodes.filter(({ type }) => type === 'branch');
  const units = nodes.filter(({ type }) => type === 'committee');
  for (const [index, accountId] of accounts.entries()) {
    const scope = { mode: 'subtree' as const, nodes: [units[index % units.length]?.id ?? ''] };
    const open = { validFrom: null, validTo: null };
    const grants = [
      {
        role: 'organization-officer',
        permissions: ['archives.member.read', 'archives.member.update'],
        scope,
        ...open,
      },
      { role: 'editor', permissions: ['content.article.update'], scope, ...open },
    ];
    directory.put({ accountId, personId: null, revision: 1, active: true, grants });
  }
  const batch = 200;
  const samples: number[] = [];
  let held = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const started = performance.now();
    for (let n = 0; n < batch; n += 1) {
      const accountId = accounts[(round * 31 + n * 7) % accounts.length] as string;
      const reach = directory.reach(accountId, 'archives.member.read', 0);
      if (reach === null) continue;
      const actor = { accountId, personId: null, sessionId: null, requestId: null };
      const scope = organizationalScope(actor, 'archives.member.read', reach.ranges, reach.whole, null);
      if (holdsPath(scope, branches[(round + n) % branches.length]?.path ?? '')) held += 1;
    }
    samples.push(((performance.now() - started) * 1e6) / batch);
  }
  if (held === 0) throw new Error('Nothing was held: the measurement measures nothing.');
  const warm = samples.slice(2_000).toSorted((a, b) => a - b);
  return { p50: warm[Math.floor(warm.length * 0.5)] ?? 0, p99: warm[Math.floor(warm.length * 0.99)] ?? 0 };
}

async function plant(identity: IdentityUnderTest, nodes: readonly OrganizationNode[]): Promise<void> {
  await identity.owner`
    insert into organizations (id, parent_id, path, type, code, name, short_name, status, sort, number)
    select id, "parentId", path, type, code, name, "shortName", status, sort, sort
    from jsonb_to_recordset(${identity.owner.json(nodes as never)}) as o(id uuid, "parentId" uuid, path text, type text, code text,
      name text, "shortName" text, status text, sort integer)`;
  await identity.owner`select setval('organization_numbers', ${nodes.length})`;
  await identity.kit.reloadTree();
}

/** Milliseconds of moving a whole unit below another one and back, reload of the tree included. */
async function measureMove(
  identity: IdentityUnderTest,
  nodes: readonly OrganizationNode[],
): Promise<number[]> {
  const [first, second] = nodes.filter(({ type }) => type === 'committee');
  const account = await bench(identity, nodes);
  const scope = await account.scope('identity.organization.update');
  const times: number[] = [];
  const root = nodes[0] as OrganizationNode;
  for (let n = 0; n < 10; n += 1) {
    const started = performance.now();
    const parent = n % 2 === 0 ? (second as OrganizationNode) : root;
    await moveOrganization(identity.kit, scope, (first as OrganizationNode).id, parent.id);
    times.push(performance.now() - started);
  }
  return times;
}

async function bench(identity: IdentityUnderTest, nodes: readonly OrganizationNode[]) {
  const accountId = uuidv7();
  const root = (nodes[0] as OrganizationNode).id;
  await identity.owner`insert into accounts ${identity.owner({
    id: accountId,
    username: 'bench',
    display_name: 'bench',
    administrator: true,
    organization_id: root,
  })}`;
  await identity.owner`insert into grants ${identity.owner({
    id: uuidv7(),
    account_id: accountId,
    role_id: 'system-admin',
    administrator: true,
    mode: 'subtree',
    nodes: [root],
  })}`;
  return {
    scope: async (permission: string) => {
      identity.kit.access.put(await identity.kit.identity.access(accountId));
      const actor = { accountId, personId: null, sessionId: null, requestId: null };
      return identity.kit.authorizer.authorize(actor, permission);
    },
  };
}

interface Rate {
  readonly perSecond: number;
  /** Milliseconds of processor in this process, whatever else the machine does. */
  readonly cpuMs: number;
}

function rateOf(done: number, seconds: number, { user, system }: NodeJS.CpuUsage): Rate {
  return { perSecond: done / seconds, cpuMs: (user + system) / 1_000 / done };
}

const shown = ({ perSecond, cpuMs }: Rate): string =>
  `${perSecond.toFixed(0)} per second, ${cpuMs.toFixed(2)} ms of processor each`;

/** Sign-ins per second of one process, `side` of them at a time, each of another account. */
async function measureSignIn(identity: IdentityUnderTest, root: string, side: number): Promise<Rate> {
  const hash = await identity.deps.passwords.hash('Rain-in-Karamay7');
  const usernames = Array.from({ length: side }, (_, n) => `person-${n}`);
  for (const username of usernames) {
    const id = uuidv7();
    await identity.owner`insert into accounts ${identity.owner({ id, username, display_name: username, organization_id: root })}`;
    await identity.owner`insert into passwords (account_id, hash) values (${id}, ${hash})`;
  }
  let done = 0;
  const cpu = process.cpuUsage();
  const until = performance.now() + 5_000;
  await Promise.all(
    usernames.map(async (username) => {
      while (performance.now() < until) {
        const response = await identity.anonymous('POST', '/api/identity/sessions', {
          body: { username, password: 'Rain-in-Karamay7' },
        });
        if (response.status !== 201) throw new Error(`Signing in answered ${response.status}.`);
        done += 1;
      }
    }),
  );
  return rateOf(done, 5, process.cpuUsage(cpu));
}

/** Tokens per second: what a gateway asks for whose cache is cold. */
async function measureTokens(identity: IdentityUnderTest): Promise<Rate> {
  const response = await identity.anonymous('POST', '/api/identity/sessions', {
    body: { username: 'person-0', password: 'Rain-in-Karamay7' },
  });
  const session = response.headers.get('x-banyan-session')?.split(';')[0];
  let done = 0;
  const cpu = process.cpuUsage();
  const until = performance.now() + 3_000;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() < until) {
        await identity.anonymous('POST', '/internal/tokens', {
          body: { session, audience: 'archives' },
          headers: { 'x-service-secret': 'secret-of-the-mesh' },
        });
        done += 1;
      }
    }),
  );
  return rateOf(done, 3, process.cpuUsage(cpu));
}

const identity = await startIdentity({});
try {
  const nodes = group(12);
  await plant(identity, nodes);
  const check = measureCheck(nodes);
  console.log(
    `permission check    p50 ${check.p50.toFixed(0)} ns, p99 ${check.p99.toFixed(0)} ns (${nodes.length} organizations)`,
  );
  const moves = await measureMove(identity, nodes);
  const moved = nodes.filter(({ path }) => path.startsWith(nodes[1]?.path ?? '?')).length;
  console.log(
    `move of ${moved} nodes   median ${median(moves).toFixed(0)} ms, most ${Math.max(...moves).toFixed(0)} ms, tree reloaded`,
  );
  const signIns = await measureSignIn(identity, (nodes[0] as OrganizationNode).id, 20);
  console.log(`sign-ins            ${shown(signIns)}, 20 at a time`);
  console.log(`tokens              ${shown(await measureTokens(identity))}`);
} finally {
  await identity.close();
}
