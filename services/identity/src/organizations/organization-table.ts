import type { OrganizationNode } from '@banyan/contracts/organization';
import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { notFound } from '@banyan/service-kit/error';
import { holdsPath, type Scope, subtreeRange } from '@banyan/service-kit/scope';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import type { FieldChange, Organization } from './organization.ts';

type Row = Omit<Organization, 'place'> & {
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly address: string | null;
};

const columns = (sql: Sql) => sql`
  id, parent_id as "parentId", path, type, code, name, short_name as "shortName", status, sort,
  established_on as "establishedOn", term_ends_on as "termEndsOn", valid_from as "validFrom", valid_to as "validTo",
  version::int as version, number::int as number, merged_into as "mergedIntoId", credit_code as "creditCode", nature,
  longitude, latitude, address`;

function organizationOf({ longitude, latitude, address, ...row }: Row): Organization {
  const place =
    longitude === null || latitude === null ? null : { longitude, latitude, address: address ?? '' };
  return { ...row, place };
}

export async function findOrganization(tx: Transaction, id: string): Promise<Organization | null> {
  const [row] = await tx.sql<Row[]>`select ${columns(tx.sql)} from organizations where id = ${id}`;
  return row === undefined ? null : organizationOf(row);
}

/** The organization, or `notFound` where it does not exist or lies outside the scope. */
export async function organizationInScope(tx: Transaction, scope: Scope, id: string): Promise<Organization> {
  const organization = await findOrganization(tx, id);
  if (organization === null || !holdsPath(scope, organization.path)) throw notFound();
  return organization;
}

export async function activeChildren(tx: Transaction, id: string): Promise<Organization[]> {
  const rows = await tx.sql<Row[]>`
    select ${columns(tx.sql)} from organizations where parent_id = ${id} and status = 'active' order by sort, id`;
  return rows.map(organizationOf);
}

/** Locks the tree for the rest of the transaction: there is one writer, and what is read afterwards stays as it is. */
export async function lockTree(tx: WriteTransaction): Promise<void> {
  await tx.sql`select from replica_states where name = 'organizations' for update`;
}

/** Locks the tree and counts one change. Every revision is announced: a reader takes a gap for a loss. */
export async function nextTreeRevision(tx: WriteTransaction): Promise<number> {
  const [row] = await tx.sql<{ revision: number }[]>`
    update replica_states set revision = revision + 1, loaded_at = now() where name = 'organizations'
    returning revision::int as revision`;
  if (row === undefined) throw new Error('The revision of the tree is missing.');
  return row.revision;
}

/** Writes a record over the stored one, its version raised by one. */
export async function storeOrganization(tx: WriteTransaction, next: Organization): Promise<Organization> {
  const stored = { ...next, version: next.version + 1 };
  await tx.sql`update organizations set ${tx.sql(columnsOf(stored))} where id = ${next.id}`;
  return stored;
}

/** Gives every path below `fromPath` the new beginning. */
export async function rewritePaths(sql: Sql, fromPath: string, toPath: string): Promise<void> {
  const { low, high } = subtreeRange(fromPath);
  await sql`
    update organizations set path = ${toPath} || substr(path, ${fromPath.length + 1})
    where path >= ${low} and path < ${high}`;
}

export async function insertOrganization(tx: WriteTransaction, organization: Organization): Promise<void> {
  await tx.sql`insert into organizations ${tx.sql({ id: organization.id, number: organization.number, ...columnsOf(organization) })}`;
}

function columnsOf(o: Organization) {
  return {
    parent_id: o.parentId,
    path: o.path,
    type: o.type,
    code: o.code,
    name: o.name,
    short_name: o.shortName,
    status: o.status,
    sort: o.sort,
    established_on: o.establishedOn,
    term_ends_on: o.termEndsOn,
    valid_from: o.validFrom,
    valid_to: o.validTo,
    version: o.version,
    merged_into: o.mergedIntoId,
    credit_code: o.creditCode,
    nature: o.nature,
    longitude: o.place?.longitude ?? null,
    latitude: o.place?.latitude ?? null,
    address: o.place?.address ?? null,
  };
}

/** The part of a node that other domains hold. */
export function nodeOf(o: Organization): OrganizationNode {
  const { id, parentId, path, type, code, name, shortName, status, sort } = o;
  const { establishedOn, termEndsOn, validFrom, validTo, version } = o;
  return {
    id,
    parentId,
    path,
    type,
    code,
    name,
    shortName,
    status,
    sort,
    establishedOn,
    termEndsOn,
    validFrom,
    validTo,
    version,
  };
}

export interface RecordedChange {
  readonly organization: Organization;
  readonly action: 'created' | 'corrected' | 'moved' | 'merged' | 'dissolved';
  readonly verb: 'create' | 'update' | 'move' | 'merge' | 'dissolve';
  readonly fields: readonly FieldChange[];
  readonly treeRevision: number;
}

/** The change in the history of the organization, and its audit row. */
export async function recordChange(tx: WriteTransaction, change: RecordedChange): Promise<void> {
  const { organization, action, fields, treeRevision } = change;
  await tx.sql`
    insert into organization_changes (id, organization_id, account_id, action, fields, version, tree_revision)
    values (${uuidv7()}, ${organization.id}, ${tx.scope.actor.accountId}, ${action}, ${JSON.stringify(fields)}::jsonb,
      ${organization.version}, ${treeRevision})`;
  tx.audit({
    action: `identity.organization.${change.verb}`,
    entity: 'organization',
    subjectId: organization.id,
    organizationId: organization.id,
    fields: fields.map(({ field }) => field),
    version: organization.version,
  });
}
