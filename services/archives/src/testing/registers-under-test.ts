import type { TestActor } from '@banyan/test-kit/service';
import { type ArchivesUnderTest, createArchives, everything } from './archives-under-test.ts';

export const registers = '/api/archives/registers';
export const keeping = ['archives.register.read', 'archives.register.update'];

export interface RegistersUnderTest extends ArchivesUnderTest {
  /** Somebody with all permissions for members and registers at a node and below. */
  keeper(node: string, permissions?: readonly string[]): Promise<TestActor>;
}

export async function createRegisters(): Promise<RegistersUnderTest> {
  const archives = await createArchives();
  return {
    ...archives,
    keeper: (node, permissions = [...everything, ...keeping]) =>
      archives.actor([{ permissions, mode: 'subtree', nodes: [node] }]),
  };
}
