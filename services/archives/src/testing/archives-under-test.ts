import { randomBytes } from 'node:crypto';
import type { Clock } from '@banyan/service-kit/clock';
import { Secret } from '@banyan/service-kit/config';
import type { Schedule, Worker } from '@banyan/service-kit/jobs';
import { bodyOf } from '@banyan/test-kit/body-of';
import { createTestService, type TestActor, type TestService } from '@banyan/test-kit/service';
import { mountFeatures } from '../app.ts';
import { migrations } from '../definition.ts';
import type { Deps } from '../deps.ts';
import { checkCharacter } from '../members/id-number.ts';
import type { MemberView } from '../members/member-views.ts';
import type { Recent } from '../members/recent-members.ts';
import { createSealer } from '../members/sealed-fields.ts';
import { subscriptionsOf } from '../subscriptions.ts';

export const serviceSecret = 'secret of the mesh';
export const keys = {
  fieldKey: randomBytes(32).toString('base64'),
  indexKey: randomBytes(32).toString('base64'),
};

/** Two units; one has a general branch with two branches. */
export const sketch = {
  group: {
    'unit-a': { 'general-a': { 'branch-a1': {}, 'branch-a2': {} }, 'branch-a3': {} },
    'unit-b': { 'branch-b1': {} },
  },
};

export const everything = [
  'archives.member.read',
  'archives.member.read-sensitive',
  'archives.member.create',
  'archives.member.update',
  'archives.member.remove',
];

export interface ArchivesUnderTest extends TestService {
  readonly deps: Deps;
  /** The hint of lists, to be set to any day. */
  readonly recent: Recent;
  /** Of every account, to be set to any size. */
  readonly unmaskBudget: { records: number; minutes: number };
  /** Somebody with all permissions for members at a node and below. */
  officer(node: string): Promise<TestActor>;
  /** Admits somebody as the officer of the group. */
  admit(node: string, values?: Record<string, unknown>): Promise<MemberView>;
}

/** Without the jobs that a test asks for, none runs. */
export async function createArchives(
  jobs: (deps: Deps) => readonly (Worker | Schedule)[] = () => [],
  clock?: Clock,
): Promise<ArchivesUnderTest> {
  const recent: Recent = { since: null };
  const unmaskBudget = { records: 30, minutes: 10 };
  const parts = {
    sealer: createSealer(keys),
    serviceSecret: new Secret(serviceSecret),
    unmaskBudget,
    recent,
  };
  const service = await createTestService({
    domain: 'archives',
    migrations,
    tree: sketch,
    ...(clock === undefined ? {} : { clock }),
    compose: (kit, app) => {
      const deps = { kit, ...parts };
      mountFeatures(app, deps);
      return { subscriptions: subscriptionsOf(kit), jobs: jobs(deps) };
    },
  });
  const officer = (node: string) =>
    service.actor([{ permissions: everything, mode: 'subtree', nodes: [node] }]);
  const admitting = await officer('group');
  return {
    ...service,
    deps: { kit: service.kit, ...parts },
    recent,
    unmaskBudget,
    officer,
    admit: async (node, values = {}) => {
      const body = { name: '李文博', organizationId: service.node(node).id, stage: 'full', ...values };
      return bodyOf<MemberView>(admitting.post(path, body), 201);
    },
  };
}

export const path = '/api/archives/members';

export function at(member: { readonly id: string }, rest = ''): string {
  return `${path}/${member.id}${rest}`;
}

export function match(version: number): Record<string, string> {
  return { 'if-match': `"${version}"` };
}

/** A valid ID number. */
export function idNumber(bornOn: string, serial: number): string {
  const digits = `650290${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

export interface ProblemBody {
  readonly code: string;
  readonly status: number;
  readonly errors?: readonly { field: string; code: string }[];
  readonly current?: MemberView;
  readonly changed?: readonly string[];
}

/** What a program says of itself, so that no link can have sent its request. */
export const program = { 'x-banyan-client': 'test' } as const;

export async function problem(response: Response): Promise<ProblemBody> {
  return (await response.json()) as ProblemBody;
}
