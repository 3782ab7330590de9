import { narrowTo, systemScope } from '@banyan/service-kit/scope';
import { duringTests } from '@banyan/test-kit/during-tests';
import { expect, test } from 'vitest';
import { createArchives } from './testing/archives-under-test.ts';
import { openApiDocument } from './openapi.ts';

const archives = duringTests(createArchives);

test('the second wall shows one organization and its history, whatever a query asks for', async () => {
  const mine = await archives.admit('branch-a1');
  await archives.admit('branch-b1');
  const scope = narrowTo(systemScope('test'), archives.node('branch-a1').id);
  const seen = await archives.kit.database.read(scope, async (tx) => ({
    members: await tx.sql`select id from members`,
    history: await tx.sql`select distinct member_id as id from member_history`,
    deltas: await tx.sql`select distinct organization_id as id from member_count_deltas`,
  }));
  expect(seen.members).toEqual([{ id: mine.id }]);
  expect(seen.history).toEqual([{ id: mine.id }]);
  expect(seen.deltas).toEqual([{ id: archives.node('branch-a1').id }]);
});

test('every table of people stands behind the wall', async () => {
  const open = await archives.owner`
    select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname like 'member%' and not (relrowsecurity and relforcerowsecurity)`;
  expect(open.map(({ relname }) => relname as string)).toEqual(['member_tree_changes']);
});

test('the contract names every operation and its refusals', () => {
  const { paths } = openApiDocument();
  const operations = Object.values(paths ?? {}).flatMap((item) => Object.values(item as object));
  for (const operation of operations as { operationId: string; responses: object }[])
    expect([operation.operationId, Object.keys(operation.responses)]).toEqual([
      expect.any(String),
      expect.arrayContaining(['403']),
    ]);
});
