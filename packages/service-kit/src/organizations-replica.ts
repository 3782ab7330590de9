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
import { on, type Subscription } from './subscriptions.ts';

const name = 'organizations';

export const treeSnapshotSchema = z.object({
  revision: z.number().int(),
  /** False where only those nodes are named that changed since the revision asked for. */
  whole: z.boolean().default(true),
  organizations: z.array(organizationNodeSchema),
});
export type TreeSnapshot = z.infer<typeof treeSnapshotSchema>;

/** Loads the tree from its owner when this service has none yet. */
export async function bootstrapOrganizations(client: Sql, identity: IdentityClient): Promise<void> {
  await client.begin(async (tx) => catchUp(tx as unknown as Sql, identity, 0));
}

/**
 * Stores what the owner says has changed since the revision held, once there is said to be a later one. After a gap the
 * whole tree: whoever has missed a change may have missed more.
 */
async function catchUp(sql: Sql, identity: IdentityClient, announced: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organizations-replica'))`;
  const [state] = await sql<{ held: number }[]>`
    select revision::int as held from replica_states where name = ${name}`;
  if (state !== undefined && announced <= state.held) return;
  const after = announced === (state?.held ?? 0) + 1 ? state?.held : undefined;
  const { whole, organizations, revision } = await identity.treeSnapshot(after);
  if (whole)
    await sql`delete from organizations where id <> all(${organizations.map(({ id }) => id)}::uuid[])`;
  await upsert(sql, organizations);
  await keepRevision(sql, revision);
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

/** Reactions that keep the replica; every service but identity has them. A fact says no more than that there is a change. */
export function organizationSubscriptions(identity: IdentityClient): Subscription[] {
  return [
    organizationCreated,
    organizationRenamed,
    organizationMoved,
    organizationMerged,
    organizationDissolved,
  ].map((definition) =>
    on(definition, `replica:${definition.type}`, (tx, { treeRevision }) =>
      catchUp(tx.sql, identity, treeRevision),
    ),
  );
}
