import { AppError, notFound } from '@banyan/service-kit/error';
import { narrowTo, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { checkRecordId } from '../members/record-id.ts';
import { partOf, seesRound } from './verification-policy.ts';
import type { RoundState } from './verification.ts';

const noOrganization = '00000000-0000-0000-0000-000000000000';

export interface PlacedRound {
  /** The node that the round goes down from. */
  readonly organizationId: string;
  /** The part of the scope that the round is about. */
  readonly part: Scope;
}

/** Where a round is. Throws `not-found` where nothing of the scope lies at its node or below. */
export async function placeOfRound({ kit }: Deps, scope: Scope, id: string): Promise<PlacedRound> {
  checkRecordId(id);
  const [row] = await kit.database.readOne<{ organizationId: string | null }>(
    narrowTo(scope, noOrganization),
    'select verification_round_node($1::uuid) as "organizationId"',
    [id],
  );
  const organizationId = row?.organizationId ?? null;
  if (organizationId === null || !seesRound(scope, kit.tree(), organizationId)) throw notFound();
  return { organizationId, part: partOf(scope, kit.tree(), organizationId) };
}

/** Throws unless the round is open. */
export function checkOpen({ state }: { readonly state: RoundState }): void {
  if (state === 'open') return;
  throw new AppError('conflict', 'archives.verification-closed', 'This round is closed.', {
    detail: 'Its figures stay as they are. Open another round to ask again.',
  });
}
