import { type IdentityUnderTest, type SignedIn, startIdentity } from './identity-under-test.ts';

export interface OrganizationsUnderTest extends IdentityUnderTest {
  readonly system: SignedIn;
  /** An officer of unit-a, at home in branch-a3. */
  readonly officer: SignedIn;
  /** A member of branch-b1. */
  readonly member: SignedIn;
  url(name: string, rest?: string): string;
}

export async function createOrganizations(): Promise<OrganizationsUnderTest> {
  const identity = await startIdentity({
    group: {
      'unit-a': { 'general-a': { 'branch-a1': {}, 'branch-a2': {} }, 'branch-a3': {} },
      'unit-b': { 'branch-b1': {}, 'branch-b2': {} },
    },
  });
  return {
    ...identity,
    system: await identity.administrator('system', 'system-admin'),
    officer: await identity.account({
      username: 'officer-a',
      at: 'branch-a3',
      member: true,
      holds: [{ role: 'organization-officer', nodes: ['unit-a'] }],
    }),
    member: await identity.account({ username: 'member-b1', at: 'branch-b1', member: true }),
    url: (name, rest = '') => `/api/identity/organizations/${identity.node(name).id}${rest}`,
  };
}

export const namesIn = async (response: Response): Promise<string[]> =>
  ((await response.json()) as { items: { name: string }[] }).items.map(({ name }) => name);
