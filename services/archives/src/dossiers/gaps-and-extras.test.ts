import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, createArchives, match } from '../testing/archives-under-test.ts';
import { dossierOf, file, itemOf, keeper } from '../testing/dossiers-under-test.ts';
import type { DossierExtraView } from './dossier-views.ts';

const archives = duringTests(createArchives);
let officer: TestActor;
beforeAll(async () => {
  const permissions = ['archives.dossier.read', 'archives.dossier.update', 'archives.setting.update'];
  officer = await archives.actor([{ permissions, mode: 'subtree', nodes: ['unit-a'] }]);
});

interface Gap {
  readonly name: string;
  readonly met: number;
  readonly due: number;
  readonly missing: readonly { readonly item: string; readonly name: string }[];
}
interface Branches {
  readonly items: readonly {
    readonly organizationName: string;
    readonly people: number;
    readonly complete: number;
    readonly gaps: number;
  }[];
  readonly total: number;
  readonly whole: { readonly people: number; readonly complete: number; readonly gaps: number };
}

async function gaps(query: string, actor = officer): Promise<{ items: Gap[]; total: number }> {
  return bodyOf(actor.get(`/api/archives/dossiers?${query}`));
}

async function branches(query = '', actor = officer): Promise<Branches> {
  return bodyOf<Branches>(actor.get(`/api/archives/dossiers/branches?${query}`));
}

async function define(name: string, node = 'unit-a', rest: object = {}): Promise<DossierExtraView> {
  const organizationId = archives.node(node).id;
  return bodyOf<DossierExtraView>(
    officer.post('/api/archives/dossier-extras', { organizationId, name, ...rest }),
    201,
  );
}

describe('gaps', () => {
  test('are listed by person and counted by branch, and both agree', async () => {
    const applicant = await archives.admit('branch-a1', { name: '安一', stage: 'applicant' });
    const full = await archives.admit('branch-a1', { name: '白二' });
    await archives.admit('branch-a3', { name: '陈三', stage: 'candidate' });
    await archives.admit('branch-b1', { name: '丁四' });
    const gone = await archives.admit('branch-a1', { name: '范五' });
    await (
      await archives.officer('group')
    ).post(at(gone, '/state'), { state: 'deceased', on: '2026-11-01' }, match(1));
    await file(officer, applicant, 'application');
    await file(officer, full, 'application');

    expect((await gaps('')).items.map(({ name, met, due }) => [name, met, due])).toEqual([
      ['安一', 1, 1],
      ['白二', 1, 5],
      ['陈三', 0, 2],
    ]);
    const lacking = await gaps('gaps=true');
    expect([lacking.total, lacking.items.map(({ name }) => name)]).toEqual([2, ['白二', '陈三']]);
    expect((await gaps('item=admission-form')).items.map(({ name }) => name)).toEqual(['白二']);
    expect((await gaps('gaps=true&stage=candidate')).items.map(({ name }) => name)).toEqual(['陈三']);
    expect((await gaps(`organizationId=${archives.node('branch-a3').id}`)).total).toBe(1);
    expect((await gaps(`organizationId=${archives.node('branch-b1').id}`)).total).toBe(0);

    const counted = await branches();
    expect(
      counted.items.map(({ organizationName, people, complete, gaps: n }) => [
        organizationName,
        people,
        complete,
        n,
      ]),
    ).toEqual([
      ['branch-a1', 2, 1, 4],
      ['branch-a3', 1, 0, 2],
    ]);
    expect(counted.whole).toMatchObject({
      people: 3,
      complete: 1,
      gaps: 6,
      missing: expect.arrayContaining([
        { item: 'application', name: '入党申请书', people: 1 },
        { item: 'cultivation', name: '培养教育考察材料', people: 2 },
      ]) as unknown,
    });
    expect(counted.whole.gaps).toBe(lacking.items.reduce((sum, { missing }) => sum + missing.length, 0));
  });

  test('are seen of oneself alone with a grant for oneself', async () => {
    const member = await archives.admit('branch-a1', { name: '自己' });
    const own = await archives.actor([{ permissions: ['archives.dossier.read'], mode: 'self' }], member.id);
    expect((await gaps('', own)).items.map(({ name }) => name)).toEqual(['自己']);
    expect((await branches('', own)).total).toBe(0);
  });
});

describe('what a node asks for beyond the national list', () => {
  test('holds for all below it, is counted, and stays filed when it is asked for no more', async () => {
    const extra = await define('廉洁承诺书', 'unit-a', { stage: 'full', least: 2, hint: '每年一份' });
    const branch = await keeper(archives, 'branch-a2');
    const member = await archives.admit('branch-a2', { name: '龚六' });
    const elsewhere = await archives.admit('branch-b1');
    expect((await dossierOf(await keeper(archives, 'branch-b1'), elsewhere)).progress.due).toBe(5);
    expect(itemOf(await dossierOf(branch, member), extra.id)).toMatchObject({
      list: 'local',
      name: '廉洁承诺书',
      due: true,
      askedBy: { name: 'unit-a' },
    });
    const lacking = await gaps(`item=${extra.id}&organizationId=${archives.node('branch-a2').id}`);
    expect(lacking.items[0]?.missing.at(-1)).toEqual({ item: extra.id, name: '廉洁承诺书' });

    await file(branch, member, extra.id);
    expect(itemOf(await dossierOf(branch, member), extra.id).state).toBe('partial');
    const path = `/api/archives/dossier-extras/${extra.id}`;
    const corrected = await officer.patch(path, { least: 1 }, match(1));
    expect(await corrected.json()).toMatchObject({ least: 1, version: 2, abilities: ['update', 'remove'] });
    expect((await gaps(`item=${extra.id}&organizationId=${archives.node('branch-a2').id}`)).total).toBe(0);
    expect(itemOf(await dossierOf(branch, member), extra.id).state).toBe('complete');

    expect((await officer.request('DELETE', path, { headers: match(1) })).status).toBe(412);
    expect((await officer.request('DELETE', path, { headers: match(2) })).status).toBe(204);
    expect(itemOf(await dossierOf(branch, member), extra.id)).toMatchObject({
      inForce: false,
      due: false,
      files: [{ mediaType: 'application/pdf' }],
    });
    expect((await officer.patch(path, { least: 3 }, match(3))).status).toBe(404);
  });

  test('is listed to those whom it holds for, and changed only where settings are held', async () => {
    const extra = await define('谈话记录');
    const branch = await keeper(archives, 'branch-a1');
    const list = async (actor: TestActor) =>
      ((await (await actor.get('/api/archives/dossier-extras')).json()) as { items: DossierExtraView[] })
        .items;
    expect((await list(branch)).find(({ id }) => id === extra.id)).toMatchObject({ abilities: [] });
    expect((await list(await keeper(archives, 'unit-b'))).map(({ id }) => id)).not.toContain(extra.id);
    expect(
      (await branch.patch(`/api/archives/dossier-extras/${extra.id}`, { name: 'x' }, match(1))).status,
    ).toBe(403);
    const other = await archives.actor([
      { permissions: ['archives.setting.update'], mode: 'subtree', nodes: ['unit-b'] },
    ]);
    const outside = { organizationId: archives.node('unit-a').id, name: '越权' };
    expect((await other.post('/api/archives/dossier-extras', outside)).status).toBe(404);
    expect(
      (await other.patch(`/api/archives/dossier-extras/${extra.id}`, { name: 'x' }, match(1))).status,
    ).toBe(404);
  });

  test('is asked for once by the same name', async () => {
    await define('双份');
    const organizationId = archives.node('unit-a').id;
    const response = await officer.post('/api/archives/dossier-extras', { organizationId, name: '双份' });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      409,
      'archives.dossier-extra-taken',
    ]);
  });

  test('is looked for by ids alone', async () => {
    const path = `/api/archives/dossier-extras/${'-'.repeat(36)}`;
    expect((await officer.request('DELETE', path, { headers: match(1) })).status).toBe(404);
  });
});
