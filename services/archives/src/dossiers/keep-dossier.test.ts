import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, createArchives, match, problem } from '../testing/archives-under-test.ts';
import { dossierOf, file, form, itemOf, keeper, pdf, png } from '../testing/dossiers-under-test.ts';
import type { DossierView } from './dossier-views.ts';

const archives = duringTests(createArchives);
let secretary: TestActor;
beforeAll(async () => {
  secretary = await keeper(archives, 'branch-a1');
});

describe('the checklist', () => {
  test('of a full member asks for the five core items, each with its rule', async () => {
    const member = await archives.admit('branch-a1', { fullOn: '2020-05-01' });
    const dossier = await dossierOf(secretary, member);
    expect(dossier).toMatchObject({
      memberName: '李文博',
      progress: { met: 0, due: 5 },
      abilities: ['update', 'archive'],
    });
    expect(dossier.items.map(({ item, due, state }) => [item, due, state])).toEqual([
      ['application', true, 'missing'],
      ['cultivation', true, 'missing'],
      ['political-review', true, 'missing'],
      ['admission-form', true, 'missing'],
      ['full-application', true, 'missing'],
      ['other', false, 'missing'],
    ]);
    expect(itemOf(dossier, 'application').rule).toMatchObject({
      id: 'dossier-core-items',
      ruleSet: 'develop-2014',
    });
  });

  test('of an applicant asks for the application alone', async () => {
    const member = await archives.admit('branch-a1', { stage: 'applicant' });
    expect((await dossierOf(secretary, member)).progress).toEqual({ met: 0, due: 1 });
  });

  test('outside the scope is as unknown as none, and closed without the permission', async () => {
    const member = await archives.admit('branch-a2');
    expect((await secretary.get(at(member, '/dossier'))).status).toBe(404);
    const officer = await archives.officer('group');
    expect((await officer.get(at(member, '/dossier'))).status).toBe(403);
  });

  test('can be read by the person it is about, and not changed', async () => {
    const member = await archives.admit('branch-a1');
    await file(secretary, member, 'application');
    const own = await archives.actor([{ permissions: ['archives.dossier.read'], mode: 'self' }], member.id);
    const dossier = await dossierOf(own, member);
    expect(dossier.abilities).toEqual(['archive']);
    const [stored] = itemOf(dossier, 'application').files;
    expect((await own.get(`/api/archives/dossier-files/${stored?.id}`)).status).toBe(200);
    expect((await own.post(at(member, '/dossier/files'), form('other', pdf(), 'a.pdf'))).status).toBe(403);
    const other = await archives.admit('branch-a1');
    expect((await own.get(at(other, '/dossier'))).status).toBe(404);
  });
});

describe('a file', () => {
  test('is filed with its hash, size and type by content, and audited', async () => {
    const member = await archives.admit('branch-a1');
    await archives.facts();
    const stored = await file(secretary, member, 'application', png, '申请书.png');
    expect(stored).toMatchObject({
      name: '申请书.png',
      size: png.length,
      mediaType: 'image/png',
      preview: 'image',
      scanState: 'not-scanned',
    });
    const dossier = await dossierOf(secretary, member);
    expect(dossier.progress).toEqual({ met: 1, due: 5 });
    expect(itemOf(dossier, 'application')).toMatchObject({ state: 'complete', version: 1 });
    expect((await archives.facts()).map(({ data }) => data)).toMatchObject([
      { action: 'archives.dossier.upload', subjectId: member.id, fields: ['application'] },
    ]);
    const [row] = await archives.owner`select * from files where id = ${stored.id}`;
    expect(row).toMatchObject({
      owner_entity: 'member',
      owner_id: member.id,
      organization_id: archives.node('branch-a1').id,
      classification: 'personal',
    });
  });

  test('of an item of two papers makes it partial, a second one complete', async () => {
    const member = await archives.admit('branch-a1');
    await file(secretary, member, 'cultivation');
    expect(itemOf(await dossierOf(secretary, member), 'cultivation').state).toBe('partial');
    await Promise.all([1, 2, 3].map(() => file(secretary, member, 'cultivation')));
    const item = itemOf(await dossierOf(secretary, member), 'cultivation');
    expect([item.state, item.files.length, item.version]).toEqual(['complete', 4, 4]);
    const [stored] = await archives.owner`select state from dossier_items where member_id = ${member.id}`;
    expect(stored).toEqual({ state: 'complete' });
  });

  test.each([
    ['a script', Buffer.from('<script>alert(1)</script>'), '申请书.pdf', 415, 'file.type-refused'],
    [
      'a drawing that can run scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.png',
      415,
      'file.type-refused',
    ],
    [
      'an archive',
      Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'),
      'a.docx',
      415,
      'file.type-refused',
    ],
    ['a picture under the name of a document', png, 'a.pdf', 415, 'file.name-mismatch'],
    ['nothing', Buffer.alloc(0), 'a.pdf', 400, 'file.empty'],
  ])('%s is refused, and nothing of it stays', async (_, content, name, status, code) => {
    const member = await archives.admit('branch-a1');
    const response = await secretary.post(at(member, '/dossier/files'), form('application', content, name));
    expect([response.status, (await problem(response)).code]).toEqual([status, code]);
    expect((await dossierOf(secretary, member)).progress.met).toBe(0);
    const rows = await archives.owner`select storage_key as key from files`;
    const keys: string[] = [];
    for await (const { key } of archives.kit.files.list('dossiers')) keys.push(key);
    expect(keys.toSorted()).toEqual(rows.map(({ key }) => String(key)).toSorted());
  });

  test('for an item that nobody asks for is refused by name', async () => {
    const member = await archives.admit('branch-a1');
    const response = await secretary.post(at(member, '/dossier/files'), form('nosuch', pdf(), 'a.pdf'));
    expect((await problem(response)).code).toBe('archives.dossier-item-unknown');
  });

  test('sent again with the same Idempotency-Key is filed once', async () => {
    const member = await archives.admit('branch-a1');
    const send = () =>
      secretary.post(at(member, '/dossier/files'), form('application', pdf(), 'a.pdf'), {
        'idempotency-key': `once-${member.id}`,
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(itemOf(await dossierOf(secretary, member), 'application').files).toHaveLength(1);
  });

  test('follows its person into another branch', async () => {
    const member = await archives.admit('branch-a1');
    const stored = await file(secretary, member, 'application');
    await archives.owner`update members set organization_id = ${archives.node('branch-b1').id} where id = ${member.id}`;
    const next = await keeper(archives, 'branch-b1');
    expect((await secretary.get(`/api/archives/dossier-files/${stored.id}`)).status).toBe(404);
    expect((await next.get(`/api/archives/dossier-files/${stored.id}`)).status).toBe(200);
    expect(itemOf(await dossierOf(next, member), 'application').files).toHaveLength(1);
  });
});

describe('removing', () => {
  test('takes a file out and back, once each, and the item follows', async () => {
    const member = await archives.admit('branch-a1');
    const stored = await file(secretary, member, 'application');
    const path = `/api/archives/dossier-files/${stored.id}`;
    const removed = (await (await secretary.request('DELETE', path)).json()) as DossierView;
    expect(itemOf(removed, 'application')).toMatchObject({ state: 'missing', files: [], version: 2 });
    expect(removed.removed).toMatchObject([{ id: stored.id, item: 'application' }]);
    expect((await secretary.get(path)).status).toBe(404);
    expect((await secretary.request('DELETE', path)).status).toBe(409);
    const back = (await (await secretary.post(`${path}/restore`)).json()) as DossierView;
    expect(itemOf(back, 'application')).toMatchObject({ state: 'complete', files: [{ id: stored.id }] });
    expect((await secretary.post(`${path}/restore`)).status).toBe(409);
  });
});

describe('marking', () => {
  const mark = (member: { id: string }, body: object, version: number) =>
    secretary.patch(at(member, '/dossier'), body, match(version));

  test('as not needed says why, and counts as settled', async () => {
    const member = await archives.admit('branch-a1');
    await archives.facts();
    const body = { item: 'full-application', mark: 'not-needed', note: '1980 年入党，原件在人事档案' };
    const dossier = (await (await mark(member, body, 0)).json()) as DossierView;
    expect(itemOf(dossier, 'full-application')).toMatchObject({
      state: 'not-needed',
      version: 1,
      note: body.note,
    });
    expect(dossier.progress).toEqual({ met: 1, due: 5 });
    expect((await archives.facts())[0]?.data).toMatchObject({
      action: 'archives.dossier.mark',
      reason: body.note,
    });
    const taken = (await (
      await mark(member, { item: 'full-application', mark: null }, 1)
    ).json()) as DossierView;
    expect(itemOf(taken, 'full-application')).toMatchObject({ state: 'missing', mark: null, note: null });
  });

  test('needs a word where the files do not show it', async () => {
    const member = await archives.admit('branch-a1');
    const response = await mark(member, { item: 'application', mark: 'complete' }, 0);
    expect((await problem(response)).errors).toMatchObject([{ field: 'note' }]);
    await file(secretary, member, 'application');
    expect((await mark(member, { item: 'application', mark: 'complete' }, 1)).status).toBe(200);
  });

  test('what somebody else has changed shows how it is now', async () => {
    const member = await archives.admit('branch-a1');
    await file(secretary, member, 'application');
    const response = await mark(member, { item: 'application', mark: 'not-needed', note: '不需要' }, 0);
    expect(response.status).toBe(412);
    expect(((await response.json()) as { current: DossierView }).current.progress.met).toBe(1);
    expect((await secretary.patch(at(member, '/dossier'), { item: 'application', mark: null })).status).toBe(
      428,
    );
  });

  test('ends when a file comes after all', async () => {
    const member = await archives.admit('branch-a1');
    await mark(member, { item: 'application', mark: 'not-needed', note: '无' }, 0);
    await file(secretary, member, 'application');
    expect(itemOf(await dossierOf(secretary, member), 'application')).toMatchObject({
      state: 'complete',
      mark: null,
    });
  });
});
