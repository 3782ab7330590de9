import { bodyOf } from '@banyan/test-kit/body-of';
import type { TestActor } from '@banyan/test-kit/service';
import type { ChangeRequestView } from '../change-requests/change-request-views.ts';
import { type ArchivesUnderTest, createArchives, everything } from './archives-under-test.ts';

export const changeRequests = '/api/archives/change-requests';

const own = ['archives.member.read', 'archives.change-request.read', 'archives.change-request.create'];
const all = [...new Set([...everything, ...own, 'archives.change-request.approve'])];

export interface ChangeRequestsUnderTest extends ArchivesUnderTest {
  /** Somebody who decides for a branch, perhaps one of its members. */
  secretaryOf(node: string, personId?: string | null): Promise<TestActor>;
  /** Somebody who sees the own record alone. */
  personAs(personId: string): Promise<TestActor>;
  proposed(
    actor: TestActor,
    memberId: string,
    changes: object,
    reason?: string | null,
  ): Promise<ChangeRequestView>;
  decide(actor: TestActor, id: string, fields: readonly object[], more?: object): Promise<Response>;
}

export async function createChangeRequests(): Promise<ChangeRequestsUnderTest> {
  const archives = await createArchives();
  return {
    ...archives,
    secretaryOf: (node, personId = null) =>
      archives.actor([{ permissions: all, mode: 'node', nodes: [node] }], personId),
    personAs: (personId) => archives.actor([{ permissions: own, mode: 'self' }], personId),
    proposed: (actor, memberId, changes, reason = null) =>
      bodyOf(actor.post(changeRequests, { memberId, changes, reason }), 201),
    decide: (actor, id, fields, more = {}) =>
      actor.post(`${changeRequests}/${id}/decide`, { fields, ...more }),
  };
}

export const accept = (field: string) => ({ field, decision: 'accept' });
