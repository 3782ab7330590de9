import type { DemoBranch } from '../organization.ts';
import { phoneOf } from '../generate-members.ts';
import type { Hand, Scene, Someone } from './scene.ts';
import type { Story } from './tell.ts';

type Decision = Readonly<Record<string, string | null>>;

interface Plan {
  readonly branch: readonly [unit: string, place: number];
  /** Whether the person proposes it, or the secretary for the person. */
  readonly by: 'self' | 'secretary';
  readonly proposed: number;
  readonly changes: Readonly<Record<string, string>>;
  readonly reason: string;
  /** Days ago, and of each field why it was declined; null where it was accepted. */
  readonly decided?: readonly [daysAgo: number, Decision];
  readonly withdrawn?: number;
  /** Days ago on which the unit corrected a proposed field to something else. */
  readonly overtaken?: readonly [daysAgo: number, Readonly<Record<string, string>>];
}

const phone = (index: number): string => phoneOf(60_000_000 + index);

const plans: readonly Plan[] = [
  {
    branch: ['采油一厂', 3],
    by: 'secretary',
    proposed: 9,
    changes: { phone: phone(1), post: '采油高级技师', workUnit: '采油一厂采油作业二区' },
    reason: '本人来电说明',
    overtaken: [4, { post: '采油班长' }],
  },
  {
    branch: ['采油一厂', 3],
    by: 'self',
    proposed: 6,
    changes: { address: '示范市示范区油城路 18 号' },
    reason: '搬家',
  },
  {
    branch: ['采油一厂', 4],
    by: 'self',
    proposed: 3,
    changes: { phone: phone(2) },
    reason: '更换了手机号码',
  },
  {
    branch: ['采油二厂', 2],
    by: 'self',
    proposed: 2,
    changes: { school: '示范石油大学', major: '石油工程' },
    reason: '函授毕业',
  },
  {
    branch: ['采油一厂', 4],
    by: 'self',
    proposed: 22,
    changes: { phone: phone(3) },
    reason: '更换了手机号码',
    decided: [20, { phone: null }],
  },
  {
    branch: ['采油三厂', 3],
    by: 'self',
    proposed: 17,
    changes: { address: '示范市示范区胡杨苑 12 栋 2 单元 301', phone: phone(4) },
    reason: '迁居',
    decided: [15, { address: null, phone: null }],
  },
  {
    branch: ['采油一厂', 5],
    by: 'self',
    proposed: 14,
    changes: { post: '高级技师', major: '油气田开发' },
    reason: '技能等级晋升；学历证书补登',
    decided: [12, { post: null, major: '请提供毕业证书原件后再申请' }],
  },
  {
    branch: ['总医院', 3],
    by: 'secretary',
    proposed: 19,
    changes: { nativePlace: '示范省示范县' },
    reason: '本人口述',
    decided: [18, { nativePlace: '与人事档案不一致，以人事档案为准' }],
  },
  {
    branch: ['采油二厂', 4],
    by: 'self',
    proposed: 11,
    changes: { phone: phone(5) },
    reason: '号码填错',
    withdrawn: 10,
  },
];

/** Changes that people and secretaries propose, and what becomes of them. */
export function requestStories(scene: Scene): Story[] {
  return plans.map((plan) => propose(scene, plan));
}

async function* propose(scene: Scene, plan: Plan): Story {
  const [unit, place] = plan.branch;
  const branch = scene.branches(unit)[place] as DemoBranch;
  const minute = scene.draw.int(9 * 60, 12 * 60);
  const began = scene.moment(plan.proposed, minute);
  const [person] = await scene.people({ branches: [branch], count: 1, before: began });
  if (person === undefined || person.accountId === null) return;
  const secretary = scene.secretary(branch);
  const proposer = plan.by === 'self' ? scene.hand(person.accountId) : secretary;
  yield began;
  const body = { memberId: person.id, changes: plan.changes, reason: plan.reason };
  const { id } = await proposer.send('POST', '/change-requests', body);
  if (plan.overtaken !== undefined) {
    yield scene.moment(plan.overtaken[0], minute + 90);
    const { version } = await scene.unitOfficer.send('GET', `/members/${person.id}`);
    await scene.unitOfficer.send('PATCH', `/members/${person.id}`, plan.overtaken[1], version);
  }
  if (plan.withdrawn !== undefined) {
    yield scene.moment(plan.withdrawn, minute + 60);
    await proposer.send('POST', `/change-requests/${id}/withdraw`);
  }
  if (plan.decided === undefined) return;
  yield scene.moment(plan.decided[0], minute + 150);
  await decide(secretary, id, person, plan.decided[1]);
}

async function decide(by: Hand, id: string, person: Someone, decision: Decision): Promise<void> {
  const { version } = await by.send('GET', `/members/${person.id}`);
  const fields = Object.entries(decision).map(([field, reason]) =>
    reason === null ? { field, decision: 'accept' } : { field, decision: 'decline', reason },
  );
  await by.send('POST', `/change-requests/${id}/decide`, { fields, memberVersion: version });
}
