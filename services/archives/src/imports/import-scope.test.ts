import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import { describe, expect, test } from 'vitest';
import {
  createImports,
  csv,
  form,
  heading,
  imports,
  nextIdNumber,
  people,
} from '../testing/imports-under-test.ts';
import type { ImportView } from './import-views.ts';

const archives = duringTests(createImports);

describe('who may', () => {
  test('a secretary imports into the own branch, and a foreign branch is an unknown one', async () => {
    const secretary = await archives.importer('branch-a1', 'node');
    const preview = await archives.upload(
      secretary,
      csv(
        heading,
        ['何一', nextIdNumber(), '正式党员', ''],
        ['何二', nextIdNumber(), '正式党员', 'branch-b1'],
      ),
    );
    expect(preview).toMatchObject({ organizationId: archives.node('branch-a1').id, valid: 1, invalid: 1 });
    expect(preview.errors).toMatchObject([{ row: 3, code: 'organization.unknown' }]);
    expect(JSON.stringify(preview)).not.toContain(archives.node('branch-b1').id);
    const committed = await archives.act(secretary, preview, 'commit', { skipInvalid: true });
    expect(committed).toMatchObject({ status: 'committed', added: 1 });
    expect((await archives.peopleOf('branch-a1')).map(({ name }) => name)).toContain('何一');

    const stranger = await archives.importer('unit-b');
    expect((await stranger.get(`${imports}/${preview.id}`)).status).toBe(404);
    expect((await stranger.post(`${imports}/${preview.id}/undo`)).status).toBe(404);
    const reader = await archives.actor([
      { permissions: ['archives.member.read'], mode: 'subtree', nodes: ['group'] },
    ]);
    expect((await reader.get(`${imports}/${preview.id}`)).status).toBe(403);
    expect((await reader.post(imports, form('x'))).status).toBe(403);
    const above = await archives.importer('unit-a');
    expect((await above.get(`${imports}/${preview.id}`)).status).toBe(200);
    const seen = await bodyOf<{ items: ImportView[] }>(stranger.get(imports));
    expect(seen.items).toEqual([]);
  });

  test('who loses the right before the rows are written writes nothing', async () => {
    const secretary = await archives.importer('branch-a3', 'node');
    const preview = await archives.upload(secretary, csv(heading, ['马一', nextIdNumber(), '正式党员', '']));
    await archives.kit.jobs.settle();
    const answer = secretary.post(`${imports}/${preview.id}/commit`, {});
    archives.regrant(secretary, [
      { permissions: ['archives.member.read'], mode: 'node', nodes: ['branch-a3'] },
    ]);
    expect([202, 403]).toContain((await answer).status);
    await archives.settleJobs();
    expect(await archives.peopleOf('branch-a3')).toEqual([]);
  });

  test('a scope of two organizations has to say which one it is about', async () => {
    const both = await archives.actor([
      { permissions: ['archives.member.import'], mode: 'nodes', nodes: ['branch-a1', 'branch-b1'] },
    ]);
    const asked = await bodyOf<{ code: string; organizations: { name: string }[] }>(
      both.post(imports, form(csv(heading))),
      400,
    );
    expect([asked.code, asked.organizations.map(({ name }) => name)]).toEqual([
      'archives.import-organization-required',
      ['branch-a1', 'branch-b1'],
    ]);
    const at = (node: string) =>
      both.post(`${imports}?organizationId=${archives.node(node).id}`, form(csv(heading, ...people(1, ''))));
    expect((await at('branch-a2')).status).toBe(404);
    expect((await bodyOf<ImportView>(at('branch-b1'), 202)).defaults.organizationId).toBe(
      archives.node('branch-b1').id,
    );
    await archives.settleJobs();
  });
});
