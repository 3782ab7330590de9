import { handleOnce } from '@banyan/service-kit/subscriptions';
import { personSchema } from '@banyan/contracts/person';
import { duringTests } from '@banyan/test-kit/during-tests';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { createArchives, serviceSecret } from '../testing/archives-under-test.ts';
import { drawRoster, plantRoster } from '../testing/roster.ts';

const archives = duringTests(createArchives);

test('the snapshot has everybody once, and nothing sensitive', async () => {
  const people = drawRoster([archives.node('branch-a1').id, archives.node('branch-b1').id], 6_000, 3);
  await plantRoster(archives.owner, people);
  const response = await archives.app.request('/internal/people', {
    headers: { 'x-service-secret': serviceSecret },
  });
  const lines = (await response.text()).trimEnd().split('\n');
  const snapshot = lines.map((line) => personSchema.strict().parse(JSON.parse(line)));
  expect(snapshot.map(({ id }) => id)).toEqual(people.map(({ id }) => id).toSorted());
});

test('the snapshot is for the services of the mesh only', async () => {
  expect((await archives.app.request('/internal/people')).status).toBe(403);
  const wrong = { headers: { 'x-service-secret': 'guess' } };
  expect((await archives.app.request('/internal/people', wrong)).status).toBe(403);
});

test('a new account stands in the record of its person, however often it is announced', async () => {
  const member = await archives.admit('branch-a1');
  const { accountId } = await archives.actor([], member.id);
  const subscription = archives.subscriptions.find(({ name }) => name === 'members:account-created');
  if (subscription === undefined) throw new Error('nobody listens');
  const message = (data: object) => {
    const id = uuidv7();
    const text = JSON.stringify({
      specversion: '1.0',
      id,
      source: 'urn:banyan:identity',
      type: 'identity.account.created',
      subject: accountId,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      data,
    });
    return [{ id, text }];
  };
  await archives.facts();
  for (let time = 0; time < 2; time += 1) {
    const announced = message({ accountId, personId: member.id, version: 1 });
    await handleOnce(archives.kit.database, subscription, announced);
  }
  await handleOnce(archives.kit.database, subscription, message({ accountId, personId: null, version: 1 }));
  expect(await archives.facts()).toMatchObject([
    { type: 'archives.member.updated', data: { version: 2, fields: ['accountId'], person: { accountId } } },
    { type: 'archives.audit.recorded' },
  ]);

  // Of whom identity does not say so, nobody has the account.
  const other = await archives.admit('branch-b1');
  await archives.facts();
  const forged = message({ accountId: uuidv7(), personId: other.id, version: 1 });
  await handleOnce(archives.kit.database, subscription, forged);
  expect(await archives.facts()).toEqual([]);
});
