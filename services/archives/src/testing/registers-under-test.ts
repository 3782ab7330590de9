import { bodyOf } from '@banyan/test-kit/body-of';
import type { TestActor } from '@banyan/test-kit/service';
import type { MemberView } from '../members/member-views.ts';
import type { FloatingView } from '../registers/register-views.ts';
import { type ArchivesUnderTest, createArchives, everything } from './archives-under-test.ts';

export const registers = '/api/archives/registers';
export const keeping = ['archives.register.read', 'archives.register.update'];

export interface RegistersUnderTest extends ArchivesUnderTest {
  /** Somebody with all permissions for members and registers at a node and below. */
  keeper(node: string, permissions?: readonly string[]): Promise<TestActor>;
  /** A full member of branch-a1 who is registered as away. */
  sentAway(
    values?: Record<string, unknown>,
  ): Promise<{ member: MemberView; keeper: TestActor; entry: FloatingView }>;
}

export const entryAt = ({ id }: { id: string }, rest = '') => `${registers}/floating/${id}${rest}`;

export async function createRegisters(): Promise<RegistersUnderTest> {
  const archives = await createArchives();
  const keeperOf: RegistersUnderTest['keeper'] = (node, permissions = [...everything, ...keeping]) =>
    archives.actor([{ permissions, mode: 'subtree', nodes: [node] }]);
  return {
    ...archives,
    keeper: keeperOf,
    sentAway: async (values = {}) => {
      const member = await archives.admit('branch-a1', { stage: 'full' });
      const keeper = await keeperOf('branch-a1');
      const body = {
        memberId: member.id,
        since: '2026-03-01',
        province: '四川省',
        city: '成都市',
        ...values,
      };
      const entry = await bodyOf<FloatingView>(keeper.post(`${registers}/outflows`, body), 201);
      return { member, keeper, entry };
    },
  };
}
