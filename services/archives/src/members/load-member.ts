import { notFound } from '@banyan/service-kit/error';
import type { Transaction } from '@banyan/service-kit/database';
import { narrowTo, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { holdsMember } from './member-policy.ts';
import { recordColumns, type RecordRow } from './member-table.ts';
import { checkRecordId } from './record-id.ts';

/** Under so many organizations the second wall hashes a scope in less time than a round trip takes. */
const directLimit = 400;

const recordText = `select ${recordColumns} from members m where m.id = $1::uuid`;

export async function selectRecord(tx: Transaction, id: string): Promise<RecordRow | undefined> {
  const [row] = await tx.sql.unsafe<RecordRow[]>(recordText, [id], { prepare: true });
  return row;
}

/** The record, locked until the end of the transaction. */
export async function lockRecord(tx: Transaction, id: string): Promise<RecordRow> {
  const [row] = await tx.sql.unsafe<RecordRow[]>(`${recordText} for update`, [id], { prepare: true });
  if (row === undefined) throw notFound();
  return row;
}

/** The scope closed around the organization of one record. Throws `not-found` for what the scope does not hold. */
export function scopeOfMember(deps: Deps, scope: Scope, id: string): Promise<Scope> {
  return scopeOfMemberIn(deps, [scope], id);
}

/** The first of several scopes that holds the record. */
export async function scopeOfMemberIn(
  { kit }: Deps,
  scopes: readonly [Scope, ...Scope[]],
  id: string,
): Promise<Scope> {
  checkRecordId(id);
  const [row] = await kit.database.readOne<{ organizationId: string | null }>(
    narrowTo(scopes[0], noOrganization),
    'select member_organization($1::uuid) as "organizationId"',
    [id],
  );
  const organizationId = row?.organizationId ?? null;
  if (organizationId === null) throw notFound();
  const holder = scopes.find((scope) => holdsMember(scope, kit.tree(), { id, organizationId }));
  if (holder === undefined) throw notFound();
  return narrowTo(holder, organizationId);
}

const noOrganization = '00000000-0000-0000-0000-000000000000';

/** One record by id. Where the second wall is cheap, straight through both walls; else through the first one first. */
export async function loadMember(deps: Deps, scope: Scope, id: string): Promise<RecordRow> {
  const { kit } = deps;
  checkRecordId(id);
  const tree = kit.tree();
  const direct = scope.whole || tree.count(scope.ranges) <= directLimit;
  const walled = direct ? scope : await scopeOfMember(deps, scope, id);
  const [row] = await kit.database.readOne<RecordRow>(walled, recordText, [id]);
  if (row === undefined || !holdsMember(scope, tree, row)) throw notFound();
  return row;
}
