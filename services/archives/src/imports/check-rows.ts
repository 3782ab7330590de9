import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from '@banyan/service-kit/database';
import { v7 as uuidv7 } from 'uuid';
import { livingStates } from '../members/member.ts';
import { readIdNumber } from '../members/id-number.ts';
import { storedChanges, valuesOf } from '../members/member-record.ts';
import { recordColumns, type RecordRow } from '../members/member-table.ts';
import type { Sealer } from '../members/sealed-fields.ts';
import type { RowInsert } from './import-row-table.ts';
import { sealRow } from './kept-row.ts';
import { type KeptRow, parseRow, type ParsedRow } from './parse-row.ts';
import { type Judging, type Match, settleRow, type SettledRow } from './settle-row.ts';

export interface Checking extends Judging {
  readonly importId: string;
  readonly sealer: Sealer;
  /** Whether the importer may see and change people of an organization. */
  readonly inScope: (organizationId: string) => boolean;
}

export interface RowInput {
  readonly row: number;
  readonly kept: KeptRow;
  /** Where the row is sealed already, and not changed since. */
  readonly sealed?: Buffer;
}

/** A row with what it says and what is to become of it. */
export interface CheckedRow {
  readonly row: number;
  readonly kept: KeptRow;
  readonly idHash: Buffer | null;
  readonly parsed: ParsedRow;
  readonly settled: SettledRow;
  readonly record: RecordRow | null;
}

/** Rows are understood in turns of so many, so that requests are answered in between. */
const turn = 100;

/** Understands rows and holds them against the roster. Reads through the open wall; tells nothing of foreign people. */
export async function checkRows(
  tx: Transaction,
  checking: Checking,
  inputs: readonly RowInput[],
): Promise<CheckedRow[]> {
  const understood: { input: RowInput; parsed: ParsedRow; idHash: Buffer | null }[] = [];
  for (const [index, input] of inputs.entries()) {
    if (index % turn === turn - 1) await nextTurn();
    const parsed = parseRow(checking.layout, input.kept);
    understood.push({ input, parsed, idHash: hashOf(checking, parsed) });
  }
  const onRoster = await findOnRoster(
    tx,
    checking,
    understood.flatMap(({ idHash }) => idHash ?? []),
  );
  const namesakes = await findNamesakes(
    tx,
    checking,
    understood.map(({ parsed }) => parsed),
  );
  const checked: CheckedRow[] = [];
  for (const [index, { input, parsed, idHash }] of understood.entries()) {
    if (index % turn === turn - 1) await nextTurn();
    const found = idHash === null ? undefined : onRoster.get(idHash.toString('hex'));
    const settled = settleRow(checking, parsed, found?.match ?? null);
    const namesake = namesakes.get(namesakeKey(parsed));
    const errors = namesake === undefined ? settled.errors : [...settled.errors, namesake];
    const action = errors.length > 0 ? null : settled.action;
    checked.push({
      ...input,
      parsed,
      idHash,
      settled: { ...settled, errors, action },
      record: found?.record ?? null,
    });
  }
  return checked;
}

function hashOf({ sealer, today }: Checking, { values: { idNumber } }: ParsedRow): Buffer | null {
  if (!idNumber) return null;
  const facts = readIdNumber(idNumber, today);
  return typeof facts === 'string' ? null : sealer.hash('idNumber', facts.idNumber);
}

interface Found {
  readonly match: Match;
  readonly record: RecordRow;
}

async function findOnRoster(
  tx: Transaction,
  checking: Checking,
  hashes: readonly Buffer[],
): Promise<Map<string, Found>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.sql.unsafe<(RecordRow & { hash: string })[]>(
    `select ${recordColumns}, encode(m.id_number_hash, 'hex') as hash from members m
      where m.id_number_hash = any($1::text[]::bytea[]) and m.state in ('${livingStates.join("', '")}')`,
    [hashes.map((hash) => `\\x${hash.toString('hex')}`)],
    { prepare: true },
  );
  return new Map(
    rows.map(({ hash, ...record }) => {
      const { id, organizationId, version, stage, state, custom } = record;
      const inScope = checking.inScope(organizationId);
      const values = valuesOf(checking.sealer, record);
      const match = { id, organizationId, version, stage, state, inScope, values, custom };
      return [hash, { record, match }];
    }),
  );
}

function namesakeKey({ organizationId, values, given }: ParsedRow): string {
  return organizationId === null || given.has('idNumber') ? '' : `${organizationId}:${values.name ?? ''}`;
}

/** Without an ID number, a person of the same name in the same branch may be the same person. */
async function findNamesakes(tx: Transaction, { mode }: Checking, rows: readonly ParsedRow[]) {
  const asked = mode === 'update' ? [] : rows.filter((row) => namesakeKey(row) !== '');
  const found =
    asked.length === 0
      ? []
      : await tx.sql<{ id: string; key: string }[]>`
        select m.id, m.organization_id || ':' || m.name as key
        from unnest(${asked.map(({ organizationId }) => organizationId as string)}::uuid[], ${asked.map(({ values }) => values.name ?? '')}::text[]) a(organization_id, name)
        join members m on m.name = a.name and m.organization_id = a.organization_id
        where m.state in ('active', 'suspended', 'out-of-contact')`;
  return new Map(
    found.map(({ id, key }) => [
      key,
      { field: 'name', code: 'duplicate.name-on-roster', memberId: id } as const,
    ]),
  );
}

/** A checked row as it is stored. */
export function rowInsert(
  { importId, sealer }: Checking,
  { row, kept, parsed, settled, idHash }: CheckedRow,
  sealed?: Buffer,
): RowInsert {
  const { match, custom } = settled;
  const changes =
    match !== null && settled.action === 'update'
      ? storedChanges(sealer, match.id, settled.changed, match.values, settled.values)
      : [];
  if (custom !== null && settled.action !== null) changes.push(...custom.changes);
  return {
    row,
    cells: sealed ?? sealRow(sealer, importId, row, kept),
    corrected: Object.keys(kept.corrections ?? {}).length > 0,
    name: settled.values.name || null,
    homeId: settled.organizationId,
    idHash,
    errors: settled.errors,
    warnings: parsed.warnings,
    action: settled.action,
    recordId: match?.id ?? (settled.action === 'add' ? uuidv7() : null),
    recordVersion: match?.version ?? null,
    changes,
  };
}
