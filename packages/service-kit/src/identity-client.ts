import { type Access, accessSchema } from '@banyan/contracts/access';
import { z } from 'zod';
import type { Secret } from './config.ts';
import { AppError, OperatorError } from './error.ts';
import { type TreeSnapshot, treeSnapshotSchema } from './organizations-replica.ts';

/** What an account may do that does not exist. */
export function noAccess(accountId: string): Access {
  return { accountId, personId: null, revision: 0, active: false, grants: [] };
}

const mergedIntoSchema = z.object({ id: z.uuid().nullable() });

/** What other services ask identity over HTTP. Throws `unavailable` when it cannot be reached. */
export interface IdentityClient {
  access(accountId: string): Promise<Access>;
  /** What has changed after a revision of the tree; all of it without one, and where identity cannot say. */
  treeSnapshot(after?: number): Promise<TreeSnapshot>;
  /** The organization that goes on in place of one that has ended by a merger; null for every other. */
  mergedInto(organizationId: string): Promise<string | null>;
  keys(): Promise<{ keys: Record<string, unknown>[] }>;
}

export function createIdentityClient(baseUrl: string, secret: Secret): IdentityClient {
  /** Null for what identity does not know. */
  async function get(path: string, timeoutMs: number): Promise<unknown> {
    try {
      const response = await fetch(new URL(path, baseUrl), {
        headers: { 'x-service-secret': secret.reveal() },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 404) return null;
      if (!response.ok) throw new OperatorError(`identity answered ${response.status}`);
      return await response.json();
    } catch (cause) {
      throw new AppError('unavailable', 'identity.unavailable', 'Permissions cannot be checked right now.', {
        detail: 'Nothing was changed. Try again in a moment.',
        cause,
        retryAfterSeconds: 2,
      });
    }
  }

  return {
    access: async (accountId) =>
      accessSchema.parse((await get(`/internal/access/${accountId}`, 3_000)) ?? noAccess(accountId)),
    treeSnapshot: async (after) =>
      treeSnapshotSchema.parse(
        await get(`/internal/organizations${after === undefined ? '' : `?after=${after}`}`, 30_000),
      ),
    mergedInto: async (organizationId) =>
      mergedIntoSchema.parse(await get(`/internal/organizations/${organizationId}/merged-into`, 3_000)).id,
    keys: async () => (await get('/internal/keys', 3_000)) as { keys: Record<string, unknown>[] },
  };
}
