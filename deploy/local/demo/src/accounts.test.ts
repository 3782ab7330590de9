import { expect, test } from 'vitest';
import { accountOf, administratorAccounts, namedAccounts, scopeNode } from './accounts.ts';
import { dayOf } from './civil-date.ts';
import { generateOrganizations } from './generate-organizations.ts';
import { generateMembers } from './generate-members.ts';

const usernames =
  'officer unit secretary member editor publisher trainer dispatcher handler analyst system security auditor';

test('the named accounts are those that the documents name', () => {
  expect(namedAccounts.map(({ username }) => username).join(' ')).toBe(usernames);
});

test.each([200, 3_000, 12_000])(
  'in a group of %i every named account is somebody who is there',
  (members) => {
    const options = { seed: 'banyan', members, today: dayOf('2026-11-23') };
    const tree = generateOrganizations(options);
    const people = [...generateMembers(options, tree)];
    for (const account of namedAccounts) {
      const holders = people.filter((member) => member.account === account.username);
      expect(
        holders.map(({ name }) => name),
        account.username,
      ).toEqual(account.isPerson ? [account.displayName] : []);
      for (const holder of holders) expect(accountOf('banyan', holder)?.named).toBe(account);
      expect(scopeNode(account, tree.organizations) === null).toBe(account.scope === 'self');
    }
    expect(
      administratorAccounts('banyan', tree.organizations[0]?.id ?? '').map(({ username }) => username),
    ).toEqual(['system', 'security', 'auditor']);
  },
);

test('members in good standing have an account each, and nobody else has', () => {
  const options = { seed: 'banyan', members: 2_000, today: dayOf('2026-11-23') };
  const usernamesSeen = new Set<string>();
  for (const member of generateMembers(options, generateOrganizations(options))) {
    const account = accountOf('banyan', member);
    const belongs = (member.stage === 'full' || member.stage === 'probationary') && member.state === 'active';
    expect(account !== null).toBe(belongs);
    if (account === null) continue;
    expect(usernamesSeen.has(account.username)).toBe(false);
    usernamesSeen.add(account.username);
  }
});
