import { accessSchema } from '@banyan/contracts/access';
import type { GatewayPermission } from '@banyan/contracts/gateway/permissions';
import type { Secret } from '@banyan/service-kit/config';
import { AppError } from '@banyan/service-kit/error';
import type { Upstream } from '../proxy/upstreams.ts';

const permission: GatewayPermission = 'gateway.status.read';

/** Asks identity whether an account may see how the mesh is. Throws `unavailable` when identity gives no answer. */
export function createMayReadStatus(
  { origin, pools }: Upstream,
  secret: Secret,
): (accountId: string) => Promise<boolean> {
  return async (accountId) => {
    const { statusCode, body } = await pools.tokens
      .request({
        origin,
        path: `/internal/access/${accountId}`,
        method: 'GET',
        headers: { 'x-service-secret': secret.reveal() },
        signal: AbortSignal.timeout(3_000),
      })
      .catch((cause: unknown) => {
        throw new AppError(
          'unavailable',
          'identity.unavailable',
          'Permissions cannot be checked right now.',
          {
            detail: 'Try again in a moment.',
            cause,
            retryAfterSeconds: 2,
          },
        );
      });
    if (statusCode !== 200) {
      await body.dump();
      return false;
    }
    const { active, grants } = accessSchema.parse(await body.json());
    const at = Date.now();
    return (
      active &&
      grants.some(
        ({ permissions, validFrom, validTo }) =>
          permissions.includes(permission) &&
          (validFrom === null || Date.parse(validFrom) <= at) &&
          (validTo === null || at < Date.parse(validTo)),
      )
    );
  };
}
