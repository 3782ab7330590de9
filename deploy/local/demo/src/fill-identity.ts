import { hash } from '@node-rs/argon2';
import type { Sql } from 'postgres';
import { accountOf, administratorAccounts, type DemoAccount, demoPassword, scopeNode } from './accounts.ts';
import { addMonths } from './civil-date.ts';
import { copyRows, type CopyValue } from './copy-rows.ts';
import { fillTree, fillTreeHistory, treeRevision } from './fill-organizations.ts';
import type { DemoRun, Filling } from './filling.ts';
import type { FilledBranch } from './generate-members.ts';
import { pinyinOf } from './search-keys.ts';
import { stableId } from './stable-id.ts';

const accountColumns = [
  'id',
  'username',
  'display_name',
  'administrator',
  'person_id',
  'organization_id',
  'created_at',
];
const grantColumns = [
  'id',
  'account_id',
  'role_id',
  'administrator',
  'mode',
  'nodes',
  'created_at',
  'created_by',
];
const peopleColumns = [
  'id',
  'name',
  'pinyin',
  'organization_id',
  'section_id',
  'stage',
  'state',
  'account_id',
  'version',
];
/** argon2id as identity hashes: OWASP's second choice of parameters. */
const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

interface Grant {
  readonly account: DemoAccount;
  readonly role: string;
  readonly mode: string;
  readonly nodes: readonly string[];
}

/** Tree, accounts, grants and the replica of people. Who has a password is hashed last, the rest cannot sign in. */
export function identityFilling(run: DemoRun): Filling {
  const group = run.tree.organizations[0];
  const administrators = administratorAccounts(run.seed, group?.id ?? '');
  const opened = run.instant(addMonths(run.today, -15), 8 * 60);
  const grants: Grant[] = [];
  const named: DemoAccount[] = [];
  return {
    bulkTables: ['accounts', 'people'],
    analyzed: ['organizations', 'organization_changes', 'accounts', 'grants', 'people'],
    async begin(sql) {
      await fillTree(sql, run.tree);
      await sql`update replica_states set revision = ${treeRevision(run.tree)} where name = 'organizations'`;
      await copyRows(
        sql,
        'accounts',
        accountColumns,
        administrators.map((account) => accountRow(account, opened)),
      );
      const author = administrators.find(({ username }) => username === 'system')?.id ?? null;
      await fillTreeHistory(sql, run, opened, author);
      for (const account of administrators) noteNamed(run, account, named, grants);
    },
    async take(sql, block) {
      await copyRows(sql, 'accounts', accountColumns, accountRows(run, block));
      await copyRows(sql, 'people', peopleColumns, peopleRows(run, block));
      for (const branch of block) noteBranch(run, branch, named, grants);
    },
    async finish(sql) {
      const author = administrators.find(({ username }) => username === 'security')?.id ?? null;
      const rows = grants.map(({ account, role, mode, nodes }, index) => [
        stableId(run.seed, 'grant', index),
        account.id,
        role,
        account.memberId === null,
        mode,
        nodes,
        opened,
        author,
      ]);
      await copyRows(sql, 'grants', grantColumns, rows);
      await fillPasswords(sql, named);
    },
  };
}

function* accountRows(run: DemoRun, block: readonly FilledBranch[]): Generator<CopyValue[]> {
  for (const { members } of block) {
    for (const member of members) {
      const account = accountOf(run.seed, member);
      const [first] = member.history;
      if (account !== null && first !== undefined)
        yield accountRow(account, run.instant(first.on, first.minute));
    }
  }
}

function accountRow(account: DemoAccount, createdAt: Date): CopyValue[] {
  return [
    account.id,
    account.username,
    account.displayName,
    account.memberId === null,
    account.memberId,
    account.organizationId,
    createdAt,
  ];
}

function* peopleRows(run: DemoRun, block: readonly FilledBranch[]): Generator<CopyValue[]> {
  for (const { members } of block) {
    for (const member of members) {
      const { id, name, organizationId, sectionId, stage, state, history } = member;
      yield [
        id,
        name,
        pinyinOf(name),
        organizationId,
        sectionId,
        stage,
        state,
        accountOf(run.seed, member)?.id ?? null,
        history.length,
      ];
    }
  }
}

/** The secretary of a branch has the grant that goes with the office; named accounts have theirs. */
function noteBranch(
  run: DemoRun,
  { branch, members, secretary }: FilledBranch,
  named: DemoAccount[],
  grants: Grant[],
): void {
  members.forEach((member, index) => {
    if (member.account === null && index !== secretary) return;
    const account = accountOf(run.seed, member);
    if (account === null) return;
    noteNamed(run, account, named, grants);
    const isSecretary = index === secretary && account.named?.role !== 'branch-secretary';
    if (isSecretary)
      grants.push({ account, role: 'branch-secretary', mode: 'node', nodes: [branch.organization.id] });
  });
}

/** Everybody on record is a `member` without a grant, of the own record only. */
function noteNamed(run: DemoRun, account: DemoAccount, named: DemoAccount[], grants: Grant[]): void {
  if (account.named === null) return;
  named.push(account);
  const node = scopeNode(account.named, run.tree.organizations);
  if (node !== null)
    grants.push({ account, role: account.named.role, mode: account.named.scope, nodes: [node.id] });
}

async function fillPasswords(sql: Sql, accounts: readonly DemoAccount[]): Promise<void> {
  const rows = await Promise.all(accounts.map(async ({ id }) => [id, await hash(demoPassword, hashing)]));
  await copyRows(sql, 'passwords', ['account_id', 'hash'], rows);
}
