import { bodyOf } from '@banyan/test-kit/body-of';
import type { TestActor } from '@banyan/test-kit/service';
import type { TransferView } from '../transfers/transfer-views.ts';
import { type ArchivesUnderTest, createArchives, everything } from './archives-under-test.ts';

export const transfers = '/api/archives/transfers';

export const transferOf = bodyOf<TransferView>;

const daily = ['archives.transfer.read', 'archives.transfer.create', 'archives.transfer.receive'];
const ofSecretary = [...everything.filter((permission) => !permission.endsWith('.remove')), ...daily];

export interface TransfersUnderTest extends ArchivesUnderTest {
  /** Daily work in one branch. */
  secretary(branch: string): Promise<TestActor>;
  /** Everything, approving included, at a node and below. */
  approver(node: string): Promise<TestActor>;
  /** Applies for somebody of one branch to go to another. */
  apply(from: string, to: string, values?: Record<string, unknown>): Promise<TransferView>;
  /** One act by somebody who may do anything. */
  act(transfer: { readonly id: string }, act: string, body?: unknown): Promise<TransferView>;
}

export async function createTransfers(): Promise<TransfersUnderTest> {
  const archives = await createArchives();
  const approver = (node: string) =>
    archives.actor([
      { permissions: [...everything, ...daily, 'archives.transfer.approve'], mode: 'subtree', nodes: [node] },
    ]);
  const all = await approver('group');
  return {
    ...archives,
    secretary: (branch) => archives.actor([{ permissions: ofSecretary, mode: 'node', nodes: [branch] }]),
    approver,
    apply: async (from, to, values = {}) => {
      const member = await archives.admit(from);
      const body = {
        memberId: member.id,
        toOrganizationId: archives.node(to).id,
        reason: '工作调动',
        ...values,
      };
      return transferOf(all.post(transfers, body), 201);
    },
    act: async ({ id }, act, body) => transferOf(all.post(`${transfers}/${id}/${act}`, body)),
  };
}
