import { type Access, accessSchema } from '@banyan/contracts/access';
import type { Secret } from './config.ts';
import { AppError } from './error.ts';
import { type TreeSnapshot, treeSnapshotSchema } from './organizations-replica.ts';

/** What other services ask identity over HTTP. Throws `unavailable` when it cannot be reached. */
export interface IdentityClient {
  access(accountId: string): Promise<Access>;
  treeSnapshot(): Promise<TreeSnapshot>;
  keys(): Promise<{ keys: Record<string, unknown>[] }>;
}

export function createIdentityClient(baseUrl: string, secret: Secret): IdentityClient {
  async function get(path: string, timeoutMs: number): Promise<unknown> {
    try {
      const response = await fetch(new URL(path, baseUrl), {
        headers: { 'x-service-secret': secret.reveal() },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) throw new Error(`identity answered ${response.status}`);
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
    access: async (accountId) => accessSchema.parse(await get(`/internal/access/${accountId}`, 3_000)),
    treeSnapshot: async () => treeSnapshotSchema.parse(await get('/internal/organizations', 30_000)),
    keys: async () => (await get('/internal/keys', 3_000)) as { keys: Record<string, unknown>[] },
  };
}
