import { notFound } from '@banyan/service-kit/error';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { holds, type Scope } from '@banyan/service-kit/scope';

const isUuid = /^[0-9a-f-]{36}$/i;

/**
 * Refuses a body that names an organization out of scope: it is as unknown as one that does not exist, before anything else
 * of the body is judged.
 */
export function checkNamed(
  scope: Scope,
  tree: OrganizationTree,
  body: unknown,
  field = 'organizationId',
): void {
  const asked = (body as Record<string, unknown> | null)?.[field];
  if (typeof asked === 'string' && isUuid.test(asked) && !holds(scope, tree, asked.toLowerCase()))
    throw notFound();
}
