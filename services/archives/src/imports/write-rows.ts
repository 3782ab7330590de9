import { setImmediate as nextTurn } from 'node:timers/promises';
import { memberAdmitted, memberUpdated } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { factRow, insertOutbox, type OutboxRow } from '@banyan/service-kit/outbox';
import type { Deps } from '../deps.ts';
import { isSensitive } from '../members/masks.ts';
import { memberFieldNames, type MemberValues } from '../members/member-fields.ts';
import {
  blankValues,
  changedFields,
  columnsOf as memberColumns,
  storedChanges,
} from '../members/member-record.ts';
import type { MemberInsert, RecordRow, StoredChange } from '../members/member-table.ts';
import { personOf } from '../members/show-views.ts';
import type { CheckedRow } from './check-rows.ts';
import type { ImportRow } from './import-row-table.ts';
import type { ImportRecord, StoredProblem } from './import-table.ts';
import type { CustomStep } from './settle-custom.ts';
import {
  type HistoryEntry,
  insertHistory,
  insertMembers,
  type MemberUpdate,
  rowJson,
  type RowJson,
  updateMembers,
} from './member-batch.ts';

/** People are made in turns of so many. */
const turn = 50;

/** What is written of one row. */
export interface Step {
  readonly row: number;
  /** Of somebody new, the columns of the record. */
  readonly insert?: RowJson;
  readonly update?: MemberUpdate;
  readonly history: HistoryEntry;
  readonly fact: OutboxRow;
}

/** Sealing and spelling take their time: requests are answered in between. */
export async function stepsOf(
  deps: Deps,
  kept: readonly ImportRow[],
  checked: readonly CheckedRow[],
): Promise<Step[]> {
  const now = new Date().toISOString();
  const steps: Step[] = [];
  // People are put in together, with the same columns.
  const hasCustom = checked.some(({ settled }) => settled.custom !== null);
  for (const [index, row] of checked.entries()) {
    if (index % turn === turn - 1) await nextTurn();
    const { recordId } = kept[index] as ImportRow;
    steps.push(
      row.settled.action === 'add'
        ? addition(deps, recordId as string, row, now, hasCustom)
        : change(deps, row),
    );
  }
  return steps;
}

/** Writes steps, all sent at once; returns those whose record somebody else has changed meanwhile. */
export async function writeSteps(
  tx: WriteTransaction,
  { id, committedBy }: ImportRecord,
  steps: readonly Step[],
): Promise<StoredProblem['rows'][number][]> {
  const updates = steps.flatMap(({ update }) => update ?? []);
  const [, updated] = await Promise.all([
    insertMembers(
      tx,
      steps.flatMap(({ insert }) => (insert === undefined ? [] : [insert])),
    ),
    updateMembers(tx, updates),
    insertHistory(
      tx,
      id,
      committedBy?.name ?? null,
      steps.map(({ history }) => history),
    ),
    insertOutbox(
      tx.sql,
      steps.map(({ fact }) => fact),
    ),
  ]);
  return steps.flatMap(({ row, update }) =>
    update === undefined || updated.has(update.id)
      ? []
      : [{ row, name: String(update.columns['name'] ?? ''), code: 'row.overtaken' }],
  );
}

const blank = { ...blankValues, name: '' };

function addition(
  { sealer }: Deps,
  id: string,
  { row, settled }: CheckedRow,
  now: string,
  hasCustom: boolean,
): Step {
  const { values, organizationId, standing, custom } = settled;
  const place = {
    id,
    organizationId,
    stage: standing?.stage,
    state: standing?.state,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const columns = { ...memberColumns(sealer, id, values), ...place } as MemberInsert;
  if (hasCustom) columns.custom = custom?.values ?? {};
  const changes = changedFields(blank, values).map((field): StoredChange => ({
    field,
    from: null,
    // Sealed for the same record and field as the column itself.
    to: isSensitive(field) ? (columns[field] as Buffer).toString('base64') : values[field],
  }));
  if (custom !== null) changes.push(...custom.changes);
  const history: HistoryEntry = { memberId: id, version: 1, action: 'archives.member.admit', changes };
  const person = personOf({ sectionId: null, accountId: null, ...columns } as unknown as RecordRow);
  const fact = factRow('archives', {
    definition: memberAdmitted,
    subject: id,
    data: { version: 1, person },
  });
  return { row, insert: rowJson(columns), history, fact };
}

function change({ sealer }: Deps, { row, settled, record }: CheckedRow): Step & { update: MemberUpdate } {
  const { version, values: before } = settled.match as NonNullable<CheckedRow['settled']['match']>;
  return changeOf(sealer, row, record as RecordRow, version, before, settled.values, settled.custom);
}

/** A record's step from one set of values to another. */
export function changeOf(
  sealer: Deps['sealer'],
  row: number,
  record: RecordRow,
  version: number,
  before: MemberValues,
  after: MemberValues,
  custom: CustomStep | null = null,
): Step & { update: MemberUpdate } {
  const { id } = record;
  const fields = changedFields(before, after);
  const chosen = Object.fromEntries(fields.map((field) => [field, after[field]])) as Partial<MemberValues>;
  const columns = memberColumns(sealer, id, chosen);
  if (custom !== null) columns.custom = custom.values;
  const next = version + 1;
  const changes = storedChanges(sealer, id, fields, before, after);
  if (custom !== null) changes.push(...custom.changes);
  const person = personOf({ ...record, ...columns, version: next } as RecordRow);
  return {
    row,
    update: { id, version, columns: rowJson(columns) },
    history: { memberId: id, version: next, action: 'archives.member.update', changes },
    fact: factRow('archives', {
      definition: memberUpdated,
      subject: id,
      data: {
        version: next,
        person,
        fields: [
          ...memberFieldNames.filter((field) => fields.includes(field)),
          ...(custom?.changes ?? []).map(({ field }) => field),
        ],
      },
    }),
  };
}
