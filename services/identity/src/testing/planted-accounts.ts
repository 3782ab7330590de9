import type { OrganizationNode } from '@banyan/contracts/organization';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { newOpaqueToken } from '../sessions/opaque-token.ts';

export interface HeldHere {
  readonly role: string;
  readonly mode?: 'self' | 'node' | 'subtree' | 'nodes';
  readonly nodes?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface AccountSketch {
  readonly username: string;
  readonly at: string;
  readonly holds?: readonly HeldHere[];
  readonly administrator?: boolean;
  /** True for the account of a member: a person of the same name is put into the replica. */
  readonly member?: boolean;
  readonly password?: string;
}

/** Puts an account on record past the operations, with what it holds. */
export async function insertAccount(
  owner: Sql,
  node: (name: string) => OrganizationNode,
  { passwords }: Deps,
  sketch: AccountSketch,
): Promise<{ id: string; personId: string | null }> {
  const id = uuidv7();
  const personId = sketch.member === true ? uuidv7() : null;
  const organizationId = node(sketch.at).id;
  const administrator = sketch.administrator === true;
  if (personId !== null) {
    await owner`insert into people ${owner({
      id: personId,
      name: sketch.username,
      pinyin: sketch.username,
      organization_id: organizationId,
      stage: 'full',
      state: 'active',
      version: 1,
    })}`;
  }
  await owner`insert into accounts ${owner({
    id,
    username: sketch.username,
    display_name: sketch.username,
    administrator,
    person_id: personId,
    organization_id: organizationId,
  })}`;
  for (const held of sketch.holds ?? []) {
    await owner`insert into grants ${owner({
      id: uuidv7(),
      account_id: id,
      role_id: held.role,
      administrator,
      mode: held.mode ?? 'subtree',
      nodes: (held.nodes ?? []).map((name) => node(name).id),
      valid_from: held.validFrom ?? null,
      valid_to: held.validTo ?? null,
    })}`;
  }
  if (sketch.password !== undefined) {
    const hash = await passwords.hash(sketch.password);
    await owner`insert into passwords (account_id, hash) values (${id}, ${hash})`;
  }
  return { id, personId };
}

export async function insertSession(owner: Sql, accountId: string, now: Date) {
  const { token, hash } = newOpaqueToken();
  const sessionId = uuidv7();
  await owner`insert into sessions ${owner({
    id: sessionId,
    hash,
    account_id: accountId,
    created_at: now.toISOString(),
    last_seen_at: now.toISOString(),
    idle_seconds: 3_600,
    expires_at: new Date(now.getTime() + 12 * 3_600_000).toISOString(),
  })}`;
  return { session: token, sessionId };
}
