import { bodyOf } from '@banyan/test-kit/body-of';
import type { Me } from '../me/contract.ts';
import { type IdentityUnderTest, type SignedIn, startIdentity } from './identity-under-test.ts';

export interface GrantsUnderTest extends IdentityUnderTest {
  readonly security: SignedIn;
  readonly system: SignedIn;
  readonly auditor: SignedIn;
  /** A member of branch-a1. */
  readonly person: SignedIn;
  grant(
    by: SignedIn,
    accountId: string,
    roleId: string,
    mode: string,
    ...nodes: readonly string[]
  ): Promise<Response>;
}

/** Two units, with the three administrators and a member. */
export async function createGrants(): Promise<GrantsUnderTest> {
  const identity = await startIdentity({
    group: { 'unit-a': { 'branch-a1': {}, 'branch-a2': {} }, 'unit-b': { 'branch-b1': {} } },
  });
  return {
    ...identity,
    security: await identity.administrator('security', 'security-admin'),
    system: await identity.administrator('system', 'system-admin'),
    auditor: await identity.administrator('auditor', 'audit-admin'),
    person: await identity.account({ username: 'zhao', at: 'branch-a1', member: true }),
    grant: (by, accountId, roleId, mode, ...nodes) =>
      by.post('/api/identity/grants', {
        accountId,
        roleId,
        scope: { mode, nodes: nodes.map((name) => identity.node(name).id) },
      }),
  };
}

export const me = (by: SignedIn): Promise<Me> => bodyOf(by.get('/api/identity/me'));
