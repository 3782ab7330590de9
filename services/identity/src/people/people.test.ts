import type { Person } from '@banyan/contracts/person';
import { duringTests } from '@banyan/test-kit/during-tests';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { type SignedIn, startIdentity } from '../testing/identity-under-test.ts';

const identity = duringTests(() => startIdentity({ group: { 'branch-a': {}, 'branch-b': {} } }));
let member: SignedIn;

beforeAll(async () => {
  member = await identity.account({ username: 'li.wenbo', at: 'branch-a', member: true });
});

const person = (at: string, version: number): Person => ({
  id: member.personId as string,
  name: '李文博',
  pinyin: 'liwenbo',
  organizationId: identity.node(at).id,
  sectionId: null,
  stage: 'probationary',
  state: 'active',
  accountId: member.id,
  version,
});
const updated = (at: string, version: number) => ({
  id: uuidv7(),
  type: 'archives.member.updated',
  subject: member.personId as string,
  data: { version, person: person(at, version), fields: ['organizationId'] },
});
const branch = async (): Promise<string | undefined> =>
  ((await (await member.get('/api/identity/organizations')).json()) as { items: { name: string }[] }).items[0]
    ?.name;

test('a member who goes to another branch sees that one, and the account goes along', async () => {
  expect(await branch()).toBe('branch-a');
  await identity.facts();
  await identity.deliver([updated('branch-b', 3)]);
  expect(await branch()).toBe('branch-b');
  expect((await identity.facts()).map(({ type }) => type)).toEqual(['identity.grant.changed']);
});

test('an older fact that arrives late changes nothing, nor does one that arrives twice', async () => {
  const late = updated('branch-a', 2);
  await identity.deliver([late, late]);
  expect(await branch()).toBe('branch-b');
  expect(await identity.facts()).toEqual([]);
});

test('of facts that come together the newest about each person counts, and an account moves once', async () => {
  const other = { ...person('branch-a', 1), id: uuidv7(), accountId: null };
  const of = (whom: Person, version: number) => ({
    id: uuidv7(),
    type: 'archives.member.updated',
    subject: whom.id,
    data: { version, person: { ...whom, version }, fields: ['name'] },
  });
  await identity.deliver([
    updated('branch-a', 5),
    of({ ...other, name: '王芳' }, 2),
    updated('branch-b', 4),
    of({ ...other, name: '王方' }, 1),
    updated('branch-a', 6),
  ]);
  expect(await branch()).toBe('branch-a');
  expect(await identity.facts()).toMatchObject([{ type: 'identity.grant.changed', subject: member.id }]);
  expect(
    await identity.owner`select name, version::int from people where id in (${other.id}, ${member.personId}) order by version`,
  ).toEqual([
    { name: '王芳', version: 2 },
    { name: '李文博', version: 6 },
  ]);
});

test('a person whose admission was undone is forgotten, also by a fact of the admission that comes late', async () => {
  const known = async (id: string): Promise<number> =>
    (await identity.owner`select 1 from people where id = ${id}`).length;
  const { accountId: _, ...nobody } = { ...person('branch-a', 1), id: uuidv7() };
  const admitted = {
    type: 'archives.member.admitted',
    subject: nobody.id,
    data: { version: 1, person: { ...nobody, accountId: null } },
  };
  await identity.deliver([admitted]);
  expect(await known(nobody.id)).toBe(1);
  const voided = {
    type: 'archives.member.voided',
    subject: nobody.id,
    data: { version: 2, personId: nobody.id },
  };
  await identity.deliver([voided, { ...admitted }]);
  expect(await known(nobody.id)).toBe(0);
});
