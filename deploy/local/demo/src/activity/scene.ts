import type { Sql } from 'postgres';
import { namedAccounts } from '../accounts.ts';
import { isoOf, type Day, workdayFrom } from '../civil-date.ts';
import type { DemoRun } from '../filling.ts';
import type { DemoBranch, DemoOrganization } from '../organization.ts';
import { createDraw, type Draw } from '../random.ts';
import { accountsByOffice } from './account-access.ts';
import type { ArchivesInProcess, Given } from './archives-in-process.ts';

/** Somebody who acts, through the API. What is refused is thrown. */
export interface Hand {
  readonly accountId: string;
  send<Answer = { id: string; version: number }>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    version?: number,
  ): Promise<Answer>;
}

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly accountId: string | null;
  readonly version: number;
  readonly post: string | null;
}

export interface Wanted {
  readonly branches: readonly DemoBranch[];
  readonly count: number;
  /** Nothing was written of them since. */
  readonly before: Date;
  /** A further condition on `m`. */
  readonly also?: string;
}

/** Where stories take place: the days, the branches, and who does what there. */
export interface Scene {
  readonly run: DemoRun;
  readonly archives: ArchivesInProcess;
  readonly owner: Sql;
  readonly draw: Draw;
  /** A workday so many days ago, yesterday at the latest; with `exactly` that very day. */
  moment(daysAgo: number, minute: number, exactly?: boolean): Date;
  /** Civil date of so many days ago; of days to come below 0. */
  date(daysAgo: number): string;
  /** Branches of a unit in which something is told, in their order. */
  branches(unit: string): readonly DemoBranch[];
  unit(name: string): DemoOrganization;
  /** People in good standing without an office, none of them twice in all stories. */
  people(wanted: Wanted): Promise<readonly Someone[]>;
  hand(accountId: string): Hand;
  readonly officer: Hand;
  readonly unitOfficer: Hand;
  secretary(branch: DemoBranch): Hand;
}

/** What the guide and the pictures show without anything under way. */
const leftAlone = /^采油一厂(采油[一二]队|注水[一二]队|集输一队|机关第一)/;

export async function setScene(
  run: DemoRun,
  archives: ArchivesInProcess,
  owner: Sql,
  identity: Sql,
): Promise<Scene> {
  const offices = await accountsByOffice(identity, ['officer', 'unit']);
  const taken: string[] = [];
  const hand = (accountId: string): Hand => ({
    accountId,
    send: (method, path, body, version) => send(archives, accountId, method, path, { body, version }),
  });
  const officer = hand(String(offices.get('officer')));
  const { branches } = run.tree;
  return {
    run,
    archives,
    owner,
    draw: createDraw(run.seed, 'activity'),
    moment: (daysAgo, minute, exactly = false) =>
      run.instant(exactly ? run.today - daysAgo : workday(run.today, daysAgo), minute),
    date: (daysAgo) => isoOf(run.today - daysAgo),
    branches: (unit) =>
      branches.filter(
        ({ unit: { shortName }, organization: { id, name } }) =>
          shortName === unit && !leftAlone.test(name) && offices.has(id),
      ),
    unit: (name) => branches.find(({ unit }) => unit.shortName === name)?.unit as DemoOrganization,
    people: async (wanted) => {
      const found = await choose(owner, run.seed, wanted, taken);
      taken.push(...found.map(({ id }) => id));
      return found;
    },
    hand,
    officer,
    unitOfficer: hand(String(offices.get('unit'))),
    secretary: (branch) => hand(offices.get(branch.organization.id) ?? officer.accountId),
  };
}

function workday(today: Day, daysAgo: number): Day {
  return Math.min(workdayFrom(today - daysAgo), today - 1);
}

async function choose(
  owner: Sql,
  seed: string,
  { branches, count, before, also = `m.state = 'active' and m.stage = 'full'` }: Wanted,
  taken: readonly string[],
): Promise<Someone[]> {
  const known = namedAccounts.map(({ displayName }) => displayName);
  return owner<Someone[]>`
    select m.id, m.name, m.organization_id as "organizationId", m.account_id as "accountId", m.version::int, m.post
    from members m
    where m.organization_id = any(${branches.map(({ organization }) => organization.id)}) and ${owner.unsafe(also)}
      and m.party_post is null and m.outflow is null and m.updated_at < ${before.toISOString()}
      and m.name <> all(${known}) and m.id <> all(${[...taken]})
    order by md5(${seed} || m.id::text) limit ${count}`;
}

async function send<Answer>(
  archives: ArchivesInProcess,
  accountId: string,
  method: string,
  path: string,
  given: Given,
): Promise<Answer> {
  const answer = await archives.request(accountId, method, path, given);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text.startsWith('{') ? JSON.parse(text) : null) as Answer;
}
