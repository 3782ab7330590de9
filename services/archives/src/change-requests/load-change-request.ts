import { notFound } from '@banyan/service-kit/error';
import { narrowTo, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { holdsMember } from '../members/member-policy.ts';
import { checkRecordId } from '../members/record-id.ts';

const noOrganization = '00000000-0000-0000-0000-000000000000';

export interface PlacedRequest {
  /** Closed around the organization of the person. */
  readonly scope: Scope;
  readonly memberId: string;
}

/** Where a request is. Throws `not-found` for what the scope does not hold. */
export async function placeOfRequest({ kit }: Deps, scope: Scope, id: string): Promise<PlacedRequest> {
  checkRecordId(id);
  const [row] = await kit.database.readOne<{ organizationId: string; memberId: string }>(
    narrowTo(scope, noOrganization),
    'select organization_id as "organizationId", member_id as "memberId" from change_request_place($1::uuid)',
    [id],
  );
  if (row === undefined) throw notFound();
  const { organizationId, memberId } = row;
  if (!holdsMember(scope, kit.tree(), { id: memberId, organizationId })) throw notFound();
  return { scope: narrowTo(scope, organizationId), memberId };
}
