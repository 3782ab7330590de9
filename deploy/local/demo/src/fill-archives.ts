import { createSealer, type FieldKeys, type Sealer } from '@banyan/archives-service/members/sealed-fields';
import { accountOf } from './accounts.ts';
import { type Day, isoOf } from './civil-date.ts';
import { copyRows, type CopyValue } from './copy-rows.ts';
import { fillReplica, treeRevision } from './fill-organizations.ts';
import type { DemoRun, Filling } from './filling.ts';
import type { FilledBranch } from './generate-members.ts';
import type { DemoMember, HistoryStep } from './member.ts';
import { keysOf } from './search-keys.ts';
import { stableId } from './stable-id.ts';

/** Column and value of each field; their order is the order of the columns. */
type Row = readonly (readonly [column: string, value: CopyValue])[];

/** As the operations of archives write them. */
const actions: Record<HistoryStep['action'], string> = {
  admitted: 'archives.member.admit',
  advanced: 'archives.member.advance',
  'state-changed': 'archives.member.change-state',
  corrected: 'archives.member.update',
  verified: 'archives.member.update',
};

/** Records with their search keys and sealed fields, histories and counts. */
export function archivesFilling(run: DemoRun, keys: FieldKeys): Filling {
  const sealer = createSealer(keys);
  let historyEntries = 0;
  function* historyRows(block: readonly FilledBranch[]): Generator<CopyValue[]> {
    for (const { members, secretary } of block) {
      const author = secretary === null ? undefined : members[secretary];
      const authorId = author === undefined ? null : (accountOf(run.seed, author)?.id ?? null);
      for (const member of members) {
        for (const [index, step] of member.history.entries()) {
          const id = stableId(run.seed, 'history', historyEntries++);
          const at = run.instant(step.on, step.minute);
          yield [
            id,
            member.id,
            index + 1,
            at,
            authorId,
            author?.name ?? null,
            actions[step.action],
            json(step.changes),
          ];
        }
      }
    }
  }
  return {
    bulkTables: ['members', 'member_history'],
    analyzed: ['organizations', 'members', 'member_history', 'member_counts'],
    async begin(sql) {
      await fillReplica(sql, run.tree);
      await sql`insert into replica_states (name, revision) values ('organizations', ${treeRevision(run.tree)})`;
      await sql`alter table members disable trigger user`;
    },
    async take(sql, block) {
      await copyRows(sql, 'members', memberColumns, memberRows(run, sealer, block));
      await copyRows(sql, 'member_history', historyColumns, historyRows(block));
    },
    async finish(sql) {
      await sql`alter table members enable trigger user`;
      await sql`select rebuild_member_counts()`;
    },
  };
}

const historyColumns = ['id', 'member_id', 'version', 'at', 'account_id', 'actor_name', 'action', 'changes'];

function* memberRows(run: DemoRun, sealer: Sealer, block: readonly FilledBranch[]): Generator<CopyValue[]> {
  for (const { members } of block) {
    for (const member of members) yield memberRow(run, sealer, member).map(([, value]) => value);
  }
}

function memberRow(run: DemoRun, sealer: Sealer, member: DemoMember): Row {
  const [first] = member.history;
  const last = member.history.at(-1);
  return [
    ['id', member.id],
    ['organization_id', member.organizationId],
    ['section_id', member.sectionId],
    ['account_id', accountOf(run.seed, member)?.id ?? null],
    ['version', member.history.length],
    ['created_at', first === undefined ? null : run.instant(first.on, first.minute)],
    ['updated_at', last === undefined ? null : run.instant(last.on, last.minute)],
    ...dateColumns(member),
    ['stage', member.stage],
    ['state', member.state],
    ['left_kind', member.leftKind],
    ['sex', member.sex],
    ...nameColumns(member.name),
    ...sealedColumns(sealer, member),
    ...archiveColumns(member),
  ];
}

function dateColumns(member: DemoMember): Row {
  return [
    ['joined_on', iso(member.joinedOn)],
    ['applied_on', iso(member.appliedOn)],
    ['activist_on', iso(member.activistOn)],
    ['candidate_on', iso(member.candidateOn)],
    ['full_on', iso(member.fullOn)],
    ['born_on', iso(member.born)],
    ['work_started_on', iso(member.workStartedOn)],
    ['lost_contact_on', iso(member.lostContactOn)],
    ['verified_on', iso(member.verifiedOn)],
    ['state_on', iso(member.stateSince)],
  ];
}

function nameColumns(name: string): Row {
  const keys = keysOf(name);
  return [
    ['name', name],
    ['given_name', keys.givenName],
    ['pinyin', keys.pinyin],
    ['given_pinyin', keys.givenPinyin],
    ['initials', keys.initials],
  ];
}

function sealedColumns(sealer: Sealer, { id, idNumber, phone, address }: DemoMember): Row {
  return [
    ['id_number', sealer.seal(id, 'idNumber', idNumber)],
    ['id_number_hash', sealer.hash('idNumber', idNumber)],
    ['id_number_tail', sealer.tail('idNumber', idNumber)],
    ['phone', phone === null ? null : sealer.seal(id, 'phone', phone)],
    ['phone_hash', phone === null ? null : sealer.hash('phone', phone)],
    ['phone_tail', phone === null ? null : sealer.tail('phone', phone)],
    ['address', address === null ? null : sealer.seal(id, 'address', address)],
  ];
}

function archiveColumns(member: DemoMember): Row {
  return [
    ['ethnicity', member.ethnicity],
    ['native_place', member.nativePlace],
    ['education', member.education],
    ['degree', member.degree],
    ['school', member.school],
    ['major', member.major],
    ['post', member.post],
    ['work_unit', member.workUnit],
    ['party_post', member.partyPost],
    ['outflow', member.outflow && JSON.stringify(member.outflow)],
    ['introducers', json(member.introducers)],
    ['cultivators', json(member.cultivators)],
    ['awards', json(member.awards)],
    ['penalties', json(member.penalties)],
    ['family', json(member.family)],
    ['resume', json(member.resume)],
  ];
}

const memberColumns = (
  'id organization_id section_id account_id version created_at updated_at joined_on applied_on activist_on candidate_on full_on born_on ' +
  'work_started_on lost_contact_on verified_on state_on stage state left_kind sex name given_name pinyin given_pinyin initials ' +
  'id_number id_number_hash id_number_tail phone phone_hash phone_tail address ethnicity native_place education degree school major ' +
  'post work_unit party_post outflow introducers cultivators awards penalties family resume'
).split(' ');

function iso(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
}

function json(list: readonly object[]): string {
  return JSON.stringify(list);
}
