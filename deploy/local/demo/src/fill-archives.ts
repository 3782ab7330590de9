import type { SensitiveField } from '@banyan/archives-service/members/masks';
import type { MemberValues } from '@banyan/archives-service/members/member-fields';
import type { SearchKeys } from '@banyan/archives-service/members/name-keys';
import { createSealer, type FieldKeys, type Sealer } from '@banyan/archives-service/members/sealed-fields';
import { accountOf } from './accounts.ts';
import { isoOf } from './civil-date.ts';
import { copyRows, type CopyValue } from './copy-rows.ts';
import { addCustomFields } from './fill-custom-fields.ts';
import { fillReplica, treeRevision } from './fill-organizations.ts';
import type { DemoRun, Filling } from './filling.ts';
import type { FilledBranch } from './generate-members.ts';
import type { DemoMember, HistoryStep } from './member.ts';
import { memberValues } from './member-values.ts';
import { keysOf } from './search-keys.ts';
import { stableId } from './stable-id.ts';

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
            JSON.stringify(step.changes),
            step.reason,
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
      await addCustomFields(sql, run.seed);
      await sql`alter table members enable trigger user`;
      await sql`select rebuild_member_counts()`;
      await sql`select add_floating_members()`;
    },
  };
}

const historyColumns = [
  'id',
  'member_id',
  'version',
  'at',
  'account_id',
  'actor_name',
  'action',
  'changes',
  'reason',
];

/** A column and where its value comes from. */
type Column = readonly [name: string, value: (record: FullRecord) => CopyValue];

interface FullRecord {
  readonly member: DemoMember;
  readonly values: MemberValues;
  readonly keys: SearchKeys;
  readonly sealer: Sealer;
  readonly accountId: string | null;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
}

const columns: readonly Column[] = [
  ['id', ({ member }) => member.id],
  ['organization_id', ({ member }) => member.organizationId],
  ['section_id', ({ values }) => values.sectionId],
  ['account_id', ({ accountId }) => accountId],
  ['version', ({ member }) => member.history.length],
  ['created_at', ({ createdAt }) => createdAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
  ['stage', ({ member }) => member.stage],
  ['state', ({ member }) => member.state],
  ['state_on', ({ member }) => (member.stateSince === null ? null : isoOf(member.stateSince))],
  ['left_kind', ({ member }) => member.leftKind],
  ['name', ({ values }) => values.name],
  ['given_name', ({ keys }) => keys.givenName],
  ['pinyin', ({ keys }) => keys.pinyin],
  ['given_pinyin', ({ keys }) => keys.givenPinyin],
  ['initials', ({ keys }) => keys.initials],
  ['id_number', sealed('idNumber')],
  ['id_number_hash', hashed('idNumber', 'hash')],
  ['id_number_tail', hashed('idNumber', 'tail')],
  ['phone', sealed('phone')],
  ['phone_hash', hashed('phone', 'hash')],
  ['phone_tail', hashed('phone', 'tail')],
  ['address', sealed('address')],
  ['joined_on', ({ values }) => values.joinedOn],
  ['applied_on', ({ values }) => values.appliedOn],
  ['activist_on', ({ values }) => values.activistOn],
  ['candidate_on', ({ values }) => values.candidateOn],
  ['full_on', ({ values }) => values.fullOn],
  ['born_on', ({ values }) => values.bornOn],
  ['work_started_on', ({ values }) => values.workStartedOn],
  ['lost_contact_on', ({ values }) => values.lostContactOn],
  ['verified_on', ({ values }) => values.verifiedOn],
  ['sex', ({ values }) => values.sex],
  ['ethnicity', ({ values }) => values.ethnicity],
  ['native_place', ({ values }) => values.nativePlace],
  ['education', ({ values }) => values.education],
  ['degree', ({ values }) => values.degree],
  ['school', ({ values }) => values.school],
  ['major', ({ values }) => values.major],
  ['post', ({ values }) => values.post],
  ['work_unit', ({ values }) => values.workUnit],
  ['party_post', ({ values }) => values.partyPost],
  ['outflow', ({ values }) => values.outflow && JSON.stringify(values.outflow)],
  ['introducers', ({ values }) => JSON.stringify(values.introducers)],
  ['cultivators', ({ values }) => JSON.stringify(values.cultivators)],
  ['awards', ({ values }) => JSON.stringify(values.awards)],
  ['penalties', ({ values }) => JSON.stringify(values.penalties)],
  ['family', ({ values }) => JSON.stringify(values.family)],
  ['resume', ({ values }) => JSON.stringify(values.resume)],
];
const memberColumns = columns.map(([name]) => name);

function sealed(field: SensitiveField): Column[1] {
  return ({ sealer, member, values }) => values[field] && sealer.seal(member.id, field, values[field]);
}

function hashed(field: 'idNumber' | 'phone', by: 'hash' | 'tail'): Column[1] {
  return ({ sealer, values }) => values[field] && sealer[by](field, values[field]);
}

function* memberRows(run: DemoRun, sealer: Sealer, block: readonly FilledBranch[]): Generator<CopyValue[]> {
  for (const { members } of block) {
    for (const member of members) {
      const record = recordOf(run, sealer, member);
      yield columns.map(([, value]) => value(record));
    }
  }
}

function recordOf(run: DemoRun, sealer: Sealer, member: DemoMember): FullRecord {
  const values = memberValues(member);
  const instantOf = (step: HistoryStep | undefined) =>
    step === undefined ? null : run.instant(step.on, step.minute);
  return {
    member,
    values,
    sealer,
    keys: keysOf(values.name),
    accountId: accountOf(run.seed, member)?.id ?? null,
    createdAt: instantOf(member.history[0]),
    updatedAt: instantOf(member.history.at(-1)),
  };
}
