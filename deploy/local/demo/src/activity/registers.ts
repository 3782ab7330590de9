import type { DemoBranch } from '../organization.ts';
import { phoneOf } from '../generate-members.ts';
import { newcomer } from './newcomers.ts';
import type { Scene } from './scene.ts';
import type { Story } from './tell.ts';

type Contact = readonly [daysAgo: number, way: string, note: string | null];

interface Away {
  readonly branch: readonly [unit: string, place: number];
  readonly since: number;
  readonly registered: number;
  readonly where: Readonly<Record<string, string | boolean | null>>;
  /** A branch of the enterprise where the person is. */
  readonly host?: readonly [unit: string, place: number];
  readonly contacts: readonly Contact[];
  /** Days ago on which the person came back. */
  readonly back?: number;
}

const outflows: readonly Away[] = [
  {
    branch: ['外部市场开发公司', 1],
    since: 260,
    registered: 240,
    where: { abroad: true, province: '哈萨克斯坦', city: '阿克托别', reason: '境外项目施工' },
    contacts: [
      [201, 'video', '工作生活正常，按月缴纳党费'],
      [198, 'message', null],
    ],
  },
  {
    branch: ['采油二厂', 6],
    since: 130,
    registered: 124,
    where: { province: '甘肃省', city: '兰州市', partyOrganization: '某社区党支部', reason: '照顾父母' },
    contacts: [
      [96, 'call', '已参加当地支部主题党日'],
      [51, 'call', null],
      [16, 'message', '下月返岗'],
    ],
  },
  {
    branch: ['工程技术公司', 2],
    since: 75,
    registered: 70,
    where: { reason: '项目部借用' },
    host: ['采油三厂', 5],
    contacts: [[30, 'visit', '到项目部看望']],
  },
  {
    branch: ['采油一厂', 6],
    since: 110,
    registered: 105,
    where: { province: '山东省', city: '东营市', reason: '脱产学习' },
    contacts: [[60, 'video', '学习情况良好']],
    back: 14,
  },
];

const inflows = [
  {
    name: '程佳宁',
    sex: 'female',
    born: '1990-03-14',
    unit: '总医院',
    from: '示范医科大学临床医学院党总支',
    reason: '进修',
  },
  {
    name: '骆向东',
    sex: 'male',
    born: '1986-12-02',
    unit: '采油一厂',
    from: '某钻探公司第三项目部党支部',
    reason: '驻井施工',
  },
  {
    name: '莫兰芝',
    sex: 'female',
    born: '1994-07-21',
    unit: '勘探开发研究院',
    from: '示范石油大学地球科学学院党委',
    reason: '联合课题研究',
  },
] as const;

/** Who is away and who is with us, with the contacts that both ends keep; and the search for people out of contact. */
export function registerStories(scene: Scene): Story[] {
  return [
    ...outflows.map((away) => goAway(scene, away)),
    ...inflows.map((_, index) => comeHere(scene, index)),
    searches(scene),
  ];
}

async function* goAway(scene: Scene, away: Away): Story {
  const branch = branchAt(scene, away.branch);
  const began = scene.moment(away.registered, 10 * 60 + 30);
  const [person] = await scene.people({ branches: [branch], count: 1, before: began });
  if (person === undefined) return;
  const secretary = scene.secretary(branch);
  yield began;
  const { id } = await secretary.send('POST', '/registers/outflows', {
    memberId: person.id,
    since: scene.date(away.since),
    ...away.where,
    ...(away.host && { organizationId: branchAt(scene, away.host).organization.id }),
    contactName: '本人家属',
    contactPhone: phoneOf(70_000_000 + away.since),
  });
  yield* keepInTouch(scene, branch, id, away.contacts);
  if (away.back === undefined) return;
  yield scene.moment(away.back, 16 * 60);
  const { version } = await secretary.send('GET', `/registers/floating/${id}`);
  const closing = { on: scene.date(away.back), closing: 'returned', note: '学习期满，已返回原支部' };
  await secretary.send('POST', `/registers/floating/${id}/close`, closing, version);
}

async function* keepInTouch(
  scene: Scene,
  branch: DemoBranch,
  id: string,
  contacts: readonly Contact[],
): Story {
  for (const [daysAgo, way, note] of contacts) {
    yield scene.moment(daysAgo, 11 * 60 + 10);
    const body = { on: scene.date(daysAgo), way, note };
    await scene.secretary(branch).send('POST', `/registers/floating/${id}/contacts`, body);
  }
}

async function* comeHere(scene: Scene, index: number): Story {
  const { name, sex, born, unit, from, reason } = inflows[index] as (typeof inflows)[number];
  const branch = branchAt(scene, [unit, 5]);
  const since = 40 + 37 * index;
  yield scene.moment(since - 5, 9 * 60 + 50);
  const { idNumber, phone } = newcomer(10 + index, name, sex, born);
  const { id } = await scene.secretary(branch).send('POST', '/registers/inflows', {
    ...{ name, sex, idNumber, phone, reason },
    organizationId: branch.organization.id,
    since: scene.date(since),
    partyOrganization: from,
    expectedReturnOn: scene.date(-60),
  });
  yield* keepInTouch(scene, branch, id, [[since - 20, 'meeting', '参加支部主题党日']]);
}

const ways = [
  ['phone', 'no-trace', '原号码已停机'],
  ['relatives', 'lead', '亲属称本人在外地务工，正在核实'],
  ['visit', 'no-trace', '住址已无人居住'],
] as const;

/** Branches look for those whom nobody has heard of for some time. */
async function* searches(scene: Scene): Story {
  const began = scene.moment(40, 15 * 60 + 30);
  const lost = await scene.people({
    branches: scene.run.tree.branches,
    count: 5,
    before: began,
    also: `m.state = 'out-of-contact' and m.lost_contact_on < '${scene.date(50)}'`,
  });
  for (const [round, [way, outcome, note]] of ways.entries()) {
    yield scene.moment(40 - 13 * round, 15 * 60 + 30);
    const on = scene.date(41 - 13 * round);
    for (const { id } of lost.slice(round))
      await scene.officer.send('POST', `/registers/out-of-contact/${id}/searches`, {
        on,
        way,
        outcome,
        note,
      });
  }
}

function branchAt(scene: Scene, [unit, place]: readonly [string, number]): DemoBranch {
  const branches = scene.branches(unit);
  return branches[place % branches.length] as DemoBranch;
}
