import { addMonths, isoOf } from '../civil-date.ts';
import { phoneOf } from '../generate-members.ts';
import type { DemoBranch } from '../organization.ts';
import { beginners } from './newcomers.ts';
import type { Scene } from './scene.ts';
import type { Story } from './tell.ts';

/** A roster that was brought in, and one that was taken back because it was of the wrong branch. */
export function importStories(scene: Scene): Story[] {
  return [quarterlyUpdate(scene), wrongBranch(scene)];
}

const quarterly = ['姓名', '公民身份号码', '人员类别', '所在党支部', '入党申请日期', '工作岗位', '联系电话'];

/** Telephones and posts of two branches, with two who have handed in an application. */
async function* quarterlyUpdate(scene: Scene): Story {
  const branches = scene.branches('油气储运公司').slice(5, 7);
  const began = scene.moment(13, 10 * 60 + 20);
  const people = await scene.people({ branches, count: 28, before: began });
  if (people.length === 0) return;
  const names = new Map(branches.map(({ organization: { id, name } }) => [id, name]));
  const numbers = await idNumbersOf(
    scene,
    people.map(({ id }) => id),
  );
  const updates = people.map(({ id, name, organizationId, post }, index) => [
    ...[name, numbers.get(id), '正式党员', names.get(organizationId), ''],
    ...[index % 4 === 0 ? '输油工' : post, phoneOf(80_000_000 + index)],
  ]);
  const applicants = beginners(20, ['连思远', '伍晓棠'], scene.run.today).map((who, index) => [
    ...[who.name, who.idNumber, '入党申请人', branches[index]?.organization.name],
    ...[scene.date(30 + index), '输油工', who.phone],
  ]);
  yield began;
  const id = await bringIn(scene, '油气储运公司党员信息更新（三季度）.csv', 'both', [
    quarterly,
    ...updates,
    ...applicants,
  ]);
  yield scene.moment(13, 11 * 60);
  await scene.officer.send('POST', `/imports/${id}/commit`, { skipInvalid: false });
}

const hired = ['姓名', '公民身份号码', '人员类别', '所在党支部', '入党申请日期', '工作岗位'];

async function* wrongBranch(scene: Scene): Story {
  const branch = scene.branches('机械制造公司')[2] as DemoBranch;
  const names = '白云帆 卓若彤 温景行 施雨菲 戚文博 霍思琪 柯俊杰 莫晓岚 邬志诚 顾清扬 尹浩然 祝星辰'.split(
    ' ',
  );
  const rows = beginners(30, names, scene.run.today).map(({ name, idNumber }, index) => [
    ...[name, idNumber, '入党申请人', branch.organization.name],
    ...[isoOf(addMonths(scene.run.today, -4) + index), '见习技术员'],
  ]);
  yield scene.moment(33, 15 * 60 + 10);
  const id = await bringIn(scene, '新入职员工入党申请人名册.csv', 'add', [hired, ...rows]);
  yield scene.moment(33, 15 * 60 + 40);
  await scene.officer.send('POST', `/imports/${id}/commit`, { skipInvalid: false });
  yield scene.moment(32, 9 * 60 + 5);
  await scene.officer.send('POST', `/imports/${id}/undo`);
}

async function bringIn(
  scene: Scene,
  name: string,
  mode: string,
  rows: readonly (readonly (string | null | undefined)[])[],
): Promise<string> {
  const text = rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n');
  const form = new FormData();
  form.set('mode', mode);
  form.set('file', new File([`\uFEFF${text}\r\n`], name, { type: 'text/csv' }));
  const { id } = await scene.officer.send('POST', '/imports', form);
  const { status, invalid } = await scene.officer.send<{ status: string; invalid: number }>(
    'GET',
    `/imports/${id}`,
  );
  if (status !== 'preview' || invalid > 0) throw new Error(`${name}: ${status}, ${invalid} rows are wrong.`);
  return id;
}

async function idNumbersOf(scene: Scene, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await scene.owner<{ id: string; sealed: Uint8Array }[]>`
    select id, id_number as sealed from members where id = any(${[...ids]})`;
  const { sealer } = scene.archives.deps;
  return new Map(rows.map(({ id, sealed }) => [id, sealer.open(id, 'idNumber', sealed)]));
}
