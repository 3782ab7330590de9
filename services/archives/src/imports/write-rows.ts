import { setImmediate as nextTurn } from 'node:timers/promises';
import { memberAdmitted, memberUpdated } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { v7 as uuidv7 } from 'uuid';
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
import { type CheckedRow } from './check-rows.ts';
import { type ImportRecord, type StoredProblem } from './import-table.ts';
import {
  type HistoryEntry,
  insertFacts,
  insertHistory,
  insertMembers,
  type MemberUpdate,
  type PersonFact,
  rowJson,
  updateMembers,
} from './member-batch.ts';

/** People are made in turns of so many. */
const turn = 50;

interface Written {
  readonly row: number;
  readonly recordId: string;
  readonly version: number;
  readonly history: HistoryEntry;
  readonly fact: PersonFact;
}

/** Writes some rows; returns those whose record somebody else has changed meanwhile. */
export async function writeChunk(
  deps: Deps,
  tx: WriteTransaction,
  record: ImportRecord,
  rows: readonly CheckedRow[],
): Promise<StoredProblem['rows'][number][]> {
  const now = new Date().toISOString();
  const added: ReturnType<typeof addition>[] = [];
  for (const row of rows) {
    if (row.settled.action !== 'add') continue;
    // Sealing and spelling take their time: requests are answered in between.
    if (added.length % turn === turn - 1) await nextTurn();
    added.push(addition(deps, row, now));
  }
  const changed = rows.filter(({ settled }) => settled.action === 'update').map((row) => change(deps, row));
  await insertMembers(
    tx,
    added.map(({ columns }) => rowJson(columns)),
  );
  const updated = await updateMembers(
    tx,
    changed.map(({ update }) => update),
  );
  const lost = changed.filter(({ update }) => !updated.has(update.id));
  if (lost.length > 0)
    return lost.map(({ written, update }) => ({
      row: written.row,
      name: String(update.columns['name'] ?? ''),
      code: 'row.overtaken',
    }));
  const written = [...added, ...changed].map((each) => each.written);
  await insertHistory(
    tx,
    record.id,
    record.committedBy?.name ?? null,
    written.map(({ history }) => history),
  );
  await insertFacts(
    tx,
    written.map(({ fact }) => fact),
  );
  await tx.sql`
    update import_rows r set record_id = w."recordId", left_version = w.version
    from json_to_recordset(${JSON.stringify(written.map(({ row, recordId, version }) => ({ row, recordId, version })))}::text::json)
      as w(row int, "recordId" uuid, version bigint)
    where r.import_id = ${record.id} and r.row = w.row`;
  return [];
}

const blank = { ...blankValues, name: '' };

function addition(
  { sealer }: Deps,
  { row, settled }: CheckedRow,
  now: string,
): { columns: MemberInsert; written: Written } {
  const id = uuidv7();
  const { values, organizationId, standing } = settled;
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
  const changes = changedFields(blank, values).map((field): StoredChange => ({
    field,
    from: null,
    // Sealed for the same record and field as the column itself.
    to: isSensitive(field) ? (columns[field] as Buffer).toString('base64') : values[field],
  }));
  const history: HistoryEntry = { memberId: id, version: 1, action: 'archives.member.admit', changes };
  const person = personOf({ sectionId: null, accountId: null, ...columns } as unknown as RecordRow);
  const fact: PersonFact = { definition: memberAdmitted, subject: id, data: { version: 1, person } };
  return { columns, written: { row, recordId: id, version: 1, history, fact } };
}

function change(
  { sealer }: Deps,
  { row, settled, record }: CheckedRow,
): { update: MemberUpdate; written: Written } {
  const { version, values: before } = settled.match as NonNullable<CheckedRow['settled']['match']>;
  return changeOf(sealer, row, record as RecordRow, version, before, settled.values);
}

/** A record's step from one set of values to another. */
export function changeOf(
  sealer: Deps['sealer'],
  row: number,
  record: RecordRow,
  version: number,
  before: MemberValues,
  after: MemberValues,
): { update: MemberUpdate; written: Written } {
  const { id } = record;
  const fields = changedFields(before, after);
  const chosen = Object.fromEntries(fields.map((field) => [field, after[field]])) as Partial<MemberValues>;
  const columns = memberColumns(sealer, id, chosen);
  const next = version + 1;
  const changes = storedChanges(sealer, id, fields, before, after);
  const person = personOf({ ...record, ...columns, version: next } as RecordRow);
  return {
    update: { id, version, columns: rowJson(columns) },
    written: {
      row,
      recordId: id,
      version: next,
      history: { memberId: id, version: next, action: 'archives.member.update', changes },
      fact: {
        definition: memberUpdated,
        subject: id,
        data: { version: next, person, fields: memberFieldNames.filter((field) => fields.includes(field)) },
      },
    },
  };
}
