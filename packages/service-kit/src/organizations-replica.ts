import {
  organizationCreated,
  organizationDissolved,
  organizationMerged,
  organizationMoved,
  organizationRenamed,
} from '@banyan/contracts/identity/events';
import { type OrganizationNode, organizationNodeSchema } from '@banyan/contracts/organization';
import type { Sql } from 'postgres';
import { z } from 'zod';
import type { IdentityClient } from './identity-client.ts';
import { subtreeRange } from './scope.ts';
import { on, type Subscription } from './subscriptions.ts';

const name = 'organizations';

export const treeSnapshotSchema = z.object({
  revision: z.number().int(),
  organizations: z.array(organizationNodeSchema),
});
export type TreeSnapshot = z.infer<typeof treeSnapshotSchema>;

/** Loads the tree from its owner when this service has none yet. */
export async function bootstrapOrganizations(client: Sql, identity: IdentityClient): Promise<void> {
  const [state] = await client`select revision from replica_states where name = ${name}`;
  if (state === undefined) await client.begin(async (tx) => resync(tx as unknown as Sql, identity));
}

/** Replaces the replica by the owner's snapshot. */
async function resync(sql: Sql, identity: IdentityClient): Promise<void> {
  const snapshot = await identity.treeSnapshot();
  await sql`select pg_advisory_xact_lock(hashtext('organizations-replica'))`;
  await sql`
    delete from organizations where id <> all(${snapshot.organizations.map(({ id }) => id)}::uuid[])`;
  await upsert(sql, snapshot.organizations);
  await keepRevision(sql, snapshot.revision);
}

async function keepRevision(sql: Sql, revision: number): Promise<void> {
  await sql`
    insert into replica_states (name, revision) values (${name}, ${revision})
    on conflict (name) do update set revision = excluded.revision, loaded_at = now()`;
}

async function upsert(sql: Sql, organizations: readonly OrganizationNode[]): Promise<void> {
  await sql`
    insert into organizations (id, parent_id, path, type, code, name, short_name, status, sort, established_on,
      term_ends_on, valid_from, valid_to, version)
    select id, "parentId", path, type, code, name, "shortName", status, sort, "establishedOn", "termEndsOn",
      "validFrom", "validTo", version
    from jsonb_to_recordset(${JSON.stringify(organizations)}::text::jsonb) as o(id uuid, "parentId" uuid, path text, type text,
      code text, name text, "shortName" text, status text, sort integer, "establishedOn" date, "termEndsOn" date,
      "validFrom" date, "validTo" date, version bigint)
    on conflict (id) do update set parent_id = excluded.parent_id, path = excluded.path, type = excluded.type,
      code = excluded.code, name = excluded.name, short_name = excluded.short_name, status = excluded.status,
      sort = excluded.sort, established_on = excluded.established_on, term_ends_on = excluded.term_ends_on,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, version = excluded.version`;
}

/** Gives every path below `fromPath` the new beginning. */
export async function rewritePaths(sql: Sql, fromPath: string, toPath: string): Promise<void> {
  const { low, high } = subtreeRange(fromPath);
  await sql`
    update organizations set path = ${toPath} || substr(path, ${fromPath.length + 1})
    where path >= ${low} and path < ${high}`;
}

interface TreeChange {
  readonly treeRevision: number;
  readonly organization: OrganizationNode;
  readonly fromPath?: string;
}

/** Applies the next change; an old one is passed over, and a gap loads the whole tree anew. */
async function apply(sql: Sql, change: TreeChange, identity: IdentityClient): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organizations-replica'))`;
  const [state] = await sql<{ revision: string }[]>`select revision from replica_states where name = ${name}`;
  const held = Number(state?.revision ?? -1);
  if (change.treeRevision <= held) return;
  if (change.treeRevision !== held + 1) return resync(sql, identity);
  if (change.fromPath !== undefined) await rewritePaths(sql, change.fromPath, change.organization.path);
  await upsert(sql, [change.organization]);
  await keepRevision(sql, change.treeRevision);
}

/** The reactions that keep the replica; every service but identity has them. */
export function organizationSubscriptions(identity: IdentityClient): Subscription[] {
  return [
    organizationCreated,
    organizationRenamed,
    organizationMoved,
    organizationMerged,
    organizationDissolved,
  ].map((definition) =>
    on(definition, `replica:${definition.type}`, (tx, data) => apply(tx.sql, data as TreeChange, identity)),
  );
}
