import type { DemoBranch } from '../organization.ts';
import type { Hand, Scene } from './scene.ts';
import type { Story } from './tell.ts';

/** Rounds of verification: one that is closed with everybody answered for, and one that is under way. */
export function roundStories(scene: Scene): Story[] {
  return [closedRound(scene), openRound(scene)];
}

const onTheRoll = `m.stage in ('probationary', 'full') and m.state in ('active', 'suspended', 'out-of-contact')`;

interface Asked {
  readonly id: string;
  /** Something was written of the person later: an answer that verifies would come before that. */
  readonly changedSince: boolean;
}

async function askedIn({ owner }: Scene, branch: DemoBranch, at: Date): Promise<readonly Asked[]> {
  return owner<Asked[]>`
    select m.id, m.updated_at >= ${at.toISOString()} as "changedSince" from members m
    where m.organization_id = ${branch.organization.id} and ${owner.unsafe(onTheRoll)} order by m.pinyin, m.id`;
}

/** A general branch looks at telephones and addresses, and is done. */
async function* closedRound(scene: Scene): Story {
  const branches = scene.branches('采油一厂').slice(8, 11);
  const [first] = branches;
  const general = scene.run.tree.organizations.find(({ id }) => id === first?.organization.parentId);
  if (general === undefined) return;
  const asked = scene.run.tree.branches.filter(({ organization }) => organization.parentId === general.id);
  yield scene.moment(23, 8 * 60 + 50);
  const { id } = await scene.unitOfficer.send('POST', '/verifications', {
    organizationId: general.id,
    title: `${scene.date(0).slice(0, 4)} 年联系方式专项核实`,
    note: '重点核对联系电话和家庭住址，请各支部与本人逐项核对。',
    dueOn: scene.date(8),
  });
  for (const [index, branch] of asked.entries()) {
    const at = scene.moment(19 - 2 * index, 10 * 60 + 25 * index);
    yield at;
    await answer(scene.secretary(branch), id, branch, await askedIn(scene, branch, at));
  }
  yield scene.moment(8, 16 * 60 + 30);
  await scene.unitOfficer.send('POST', `/verifications/${id}/close`);
}

/** A unit asks about everybody. Some branches are done, some have begun, and the others are reminded. */
async function* openRound(scene: Scene): Story {
  const unit = scene.unit('采油二厂');
  const branches = scene.branches('采油二厂');
  yield scene.moment(10, 9 * 60);
  const { id } = await scene.officer.send('POST', '/verifications', {
    organizationId: unit.id,
    title: `${scene.date(0).slice(0, 4)} 年度党员信息核实`,
    note: '请各支部与本人逐项核对，重点核对工作岗位、学历和联系电话。',
    dueOn: scene.date(-18),
  });
  for (const [index, branch] of branches.slice(0, 5).entries()) {
    const at = scene.moment(8 - index, 9 * 60 + 40 + 15 * index);
    yield at;
    const people = await askedIn(scene, branch, at);
    const share = index < 2 ? people.length : Math.ceil(people.length * (0.8 - index * 0.12));
    await answer(scene.secretary(branch), id, branch, people.slice(0, share));
  }
  yield scene.moment(2, 15 * 60);
  const note = '请尚未答复的支部于月底前完成。';
  await scene.officer.send('POST', `/verifications/${id}/remind`, { organizationId: unit.id, note });
}

async function answer(
  by: Hand,
  round: string,
  { organization }: DemoBranch,
  people: readonly Asked[],
): Promise<void> {
  if (people.length === 0) return;
  const answers = people.map(({ id: memberId, changedSince }, index) =>
    changedSince || index % 17 === 12
      ? { memberId, answer: 'unknown', note: '外出施工，待返回后与本人核对' }
      : { memberId, answer: index % 11 === 7 ? 'corrected' : 'confirmed' },
  );
  await by.send('POST', `/verifications/${round}/answers`, { organizationId: organization.id, answers });
}
