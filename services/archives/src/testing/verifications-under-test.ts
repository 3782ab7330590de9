import { bodyOf } from '@banyan/test-kit/body-of';
import type { TestActor } from '@banyan/test-kit/service';
import type {
  AskedPersonView,
  BranchProgressView,
  RoundRecordView,
} from '../verifications/verification-views.ts';
import { type ArchivesUnderTest, createArchives, everything } from './archives-under-test.ts';

export const verifications = '/api/archives/verifications';
const answering = [...everything, 'archives.verification.read', 'archives.verification.answer'];
export const creating = [...answering, 'archives.verification.create'];

type Round = { readonly id: string };

export interface VerificationsUnderTest extends ArchivesUnderTest {
  /** Somebody who opens rounds at unit-a and below. */
  readonly unit: TestActor;
  /** Somebody who answers for branch-a1. */
  readonly secretary: TestActor;
  /** A round for unit-a, unless something else is said. */
  opened(actor?: TestActor, node?: string, more?: object): Promise<RoundRecordView>;
  answer(actor: TestActor, round: Round, node: string, answers: readonly object[]): Promise<Response>;
  /** Name, people and branches of each node below: how many of how many have answered. */
  progressAt(actor: TestActor, round: Round, query?: string): Promise<string[][]>;
  peopleOf(actor: TestActor, round: Round, node: string, query?: string): Promise<AskedPersonView[]>;
  /** Closes every round, and forgets everybody. */
  empty(): Promise<void>;
}

export const confirmed = ({ id }: { id: string }) => ({ memberId: id.toUpperCase(), answer: 'confirmed' });

export async function createVerifications(): Promise<VerificationsUnderTest> {
  const archives = await createArchives();
  const { owner } = archives;
  const unit = await archives.actor([{ permissions: creating, mode: 'subtree', nodes: ['unit-a'] }]);
  return {
    ...archives,
    unit,
    secretary: await archives.actor([{ permissions: answering, mode: 'node', nodes: ['branch-a1'] }]),
    opened: async (actor = unit, node = 'unit-a', more = {}) => {
      const organizationId = archives.node(node).id;
      const body = { organizationId, title: '年度核实', dueOn: '2026-12-31', ...more };
      return bodyOf(actor.post(verifications, body), 201);
    },
    answer: (actor, round, node, answers) =>
      actor.post(`${verifications}/${round.id}/answers`, {
        organizationId: archives.node(node).id,
        answers,
      }),
    progressAt: async (actor, round, query = '') => {
      const { items } = await bodyOf<{ items: BranchProgressView[] }>(
        actor.get(`${verifications}/${round.id}/progress${query}`),
      );
      return items.map(({ name, progress: { answered, people, finished, branches } }) => [
        name,
        `${answered}/${people}`,
        `${finished}/${branches}`,
      ]);
    },
    peopleOf: async (actor, round, node, query = '') => {
      const url = `${verifications}/${round.id}/people?organizationId=${archives.node(node).id}${query}`;
      return (await bodyOf<{ items: AskedPersonView[] }>(actor.get(url))).items;
    },
    empty: async () => {
      await owner`update verification_rounds set state = 'closed' where state = 'open'`;
      await owner`delete from verification_answers`;
      await owner`delete from change_request_fields`;
      await owner`delete from change_requests`;
      await owner`delete from member_history`;
      await owner`delete from members`;
    },
  };
}
