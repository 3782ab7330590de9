import type { DemoBranch } from '../organization.ts';
import { paper, scan } from './papers.ts';
import type { Hand, Scene, Someone } from './scene.ts';
import type { Story } from './tell.ts';

interface Paper {
  readonly item: string;
  readonly name: string;
  readonly content: Buffer;
}

/** What is scanned of nearly everybody, in the order in which it is found. */
async function papersOfAPerson(): Promise<readonly Paper[]> {
  const pdf = async (item: string, title: string, ...lines: string[]): Promise<Paper> => ({
    item,
    name: `${title}.pdf`,
    content: await paper(title, lines),
  });
  return [
    await pdf('application', '入党申请书', '敬爱的党组织：', '我志愿加入中国共产党……'),
    await pdf('cultivation', '培养考察登记表', '培养联系人意见：表现良好，同意继续培养。'),
    await pdf('cultivation', '思想汇报', '敬爱的党组织：', '现将本季度思想和工作情况汇报如下……'),
    await pdf('political-review', '政治审查综合报告', '经函调和谈话了解，未发现影响入党的问题。'),
    { item: 'admission-form', name: '入党志愿书（封面）.png', content: scan() },
    await pdf('full-application', '转正申请书', '敬爱的党组织：', '我的预备期已满，现申请按期转为正式党员。'),
  ];
}

const inPersonnelFile = '原件存人事档案，未扫描';

/** Places where somebody has begun to complete dossiers, and how far it went for each person. */
type Effort = readonly [unit: string, branch: number, daysAgo: number, files: readonly number[]];

const efforts: readonly Effort[] = [
  ['采油一厂', 3, 46, [6, 4, 2]],
  ['采油二厂', 1, 27, [6, 3, 1]],
  ['总医院', 2, 20, [5, 2]],
  ['公司机关', 1, 12, [3]],
];

/** Dossiers that branches complete from scans and marks; some are whole and archived. */
export async function dossierStories(scene: Scene): Promise<Story[]> {
  const papers = await papersOfAPerson();
  return [localExtra(scene), ...efforts.map((effort) => complete(scene, papers, effort))];
}

/** One unit asks for more than the national list. */
async function* localExtra(scene: Scene): Story {
  yield scene.moment(60, 9 * 60 + 30);
  await scene.officer.send('POST', '/dossier-extras', {
    organizationId: scene.unit('采油二厂').id,
    name: '岗位技能等级证书复印件',
    hint: '一线岗位党员提交，扫描件清晰可辨',
    stage: 'full',
    least: 1,
  });
}

async function* complete(
  scene: Scene,
  papers: readonly Paper[],
  [unit, place, daysAgo, counts]: Effort,
): Story {
  const branch = scene.branches(unit)[place] as DemoBranch;
  const began = scene.moment(daysAgo, 14 * 60);
  const people = await scene.people({ branches: [branch], count: counts.length, before: began });
  const secretary = scene.secretary(branch);
  for (const [index, person] of people.entries()) {
    yield scene.moment(daysAgo - index * 2, 14 * 60 + index * 20);
    const files = counts[index] ?? 0;
    for (const one of papers.slice(0, files)) await file(secretary, person, one);
    if (files < 3) continue;
    // What was not scanned lies elsewhere, and the list says so.
    const present = new Set(papers.slice(0, files).map(({ item }) => item));
    const missing = [...new Set(papers.map(({ item }) => item))].filter((item) => !present.has(item));
    for (const item of missing.slice(0, files > 3 ? undefined : 1))
      await mark(secretary, person, { item, mark: 'complete', note: inPersonnelFile });
    if (index > 0 || files < 4) continue;
    yield scene.moment(daysAgo - 7, 16 * 60);
    await secretary.send('GET', `/members/${person.id}/dossier.zip`);
    const twice = { ...(papers[0] as Paper), name: '重复的扫描件.pdf', item: 'other' };
    const { id } = await file(secretary, person, twice);
    await secretary.send('DELETE', `/dossier-files/${id}`);
  }
}

function file(by: Hand, person: Someone, { item, name, content }: Paper): Promise<{ id: string }> {
  const form = new FormData();
  form.set('item', item);
  const type = name.endsWith('.png') ? 'image/png' : 'application/pdf';
  form.set('file', new File([new Uint8Array(content)], name, { type }));
  return by.send('POST', `/members/${person.id}/dossier/files`, form);
}

/** Nobody has touched the item before. */
function mark(by: Hand, person: Someone, said: object): Promise<unknown> {
  return by.send('PATCH', `/members/${person.id}/dossier`, said, 0);
}
