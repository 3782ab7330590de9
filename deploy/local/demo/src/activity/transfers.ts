import { expireLetters, remindOfLetters } from '@banyan/archives-service/transfers/transfer-jobs';
import type { DemoBranch } from '../organization.ts';
import type { Hand, Scene } from './scene.ts';
import type { Story } from './tell.ts';
import { type Place, type TransferPlan, transferPlans, type Who } from './transfer-plans.ts';

/** Transfers in every state: as people apply, approve, receive and change their minds, and letters end meanwhile. */
export function transferStories(scene: Scene): Story[] {
  return [...transferPlans.map((plan) => oneTransfer(scene, plan)), mergedTeams(scene), nights(scene)];
}

async function* oneTransfer(
  scene: Scene,
  { from, to, applied, reason, validDays, steps }: TransferPlan,
): Story {
  const begin = branchAt(scene, from);
  const end = typeof to === 'string' ? null : branchAt(scene, to);
  const minute = scene.draw.int(9 * 60, 11 * 60);
  const began = scene.moment(applied, minute);
  const also = `m.state = 'active' and m.stage = 'full' and m.born_on ${/退休/.test(reason) ? '<' : '>'} '${scene.date(56 * 365)}'`;
  const [person] = await scene.people({ branches: [begin], count: 1, before: began, also });
  if (person === undefined) return;
  yield began;
  const where = end
    ? { toOrganizationId: end.organization.id }
    : { toOutside: { name: to as string, address: null } };
  const terms = {
    reason,
    duesPaidThrough: scene.date(applied + 31).slice(0, 7),
    ...(validDays && { validDays }),
  };
  const body = { memberId: person.id, ...where, ...terms };
  const { id } = await scene.secretary(begin).send('POST', '/transfers', body);
  for (const [daysAgo, who, act, said] of steps) {
    yield scene.moment(daysAgo, minute + scene.draw.int(40, 240));
    await actor(scene, who, begin, end).send('POST', `/transfers/${id}/${act}`, said ?? {});
  }
}

function branchAt(scene: Scene, [unit, branch]: Place): DemoBranch {
  const branches = scene.branches(unit);
  return branches[branch % branches.length] as DemoBranch;
}

/** The unit approves what leaves it; of other units the group's officer does. */
function actor(scene: Scene, who: Who, from: DemoBranch, to: DemoBranch | null): Hand {
  if (who === 'above') return from.unit.shortName === '采油一厂' ? scene.unitOfficer : scene.officer;
  return scene.secretary(who === 'from' || to === null ? from : to);
}

/** A team is dissolved, and its people go over together. */
async function* mergedTeams(scene: Scene): Story {
  const [from, to] = [branchAt(scene, ['采油三厂', 10]), branchAt(scene, ['采油三厂', 11])];
  const began = scene.moment(7, 9 * 60 + 20);
  const people = await scene.people({ branches: [from], count: 6, before: began });
  if (people.length < 2) return;
  yield began;
  const { id } = await scene.officer.send('POST', '/transfers/groups', {
    memberIds: people.map((person) => person.id),
    toOrganizationId: to.organization.id,
    reason: '班组整合，成建制划转',
    duesPaidThrough: scene.date(31).slice(0, 7),
    validDays: 20,
  });
  yield scene.moment(6, 15 * 60);
  await scene.officer.send('POST', `/transfers/groups/${id}/approve`, { note: '同意成建制转接' });
  const { items } = await scene.officer.send<{ items: { id: string }[] }>(
    'GET',
    `/transfers?groupId=${id}&sort=name`,
  );
  yield scene.moment(3, 10 * 60 + 40);
  for (const one of items.slice(0, 2))
    await scene.secretary(to).send('POST', `/transfers/${one.id}/receive`, { note: '本人已报到' });
}

/** What archives does by itself: letters end after midnight, and both ends are reminded in the morning. */
async function* nights(scene: Scene): Story {
  const { owner, archives } = scene;
  for (let daysAgo = 75; daysAgo > 0; daysAgo -= 1) {
    yield scene.moment(daysAgo, 7, true);
    const [due] = await owner`
      select 1 from transfers where state = 'issued'
        and (expires_on < ${scene.date(daysAgo)} or (reminded_on is null and expires_on <= ${scene.date(daysAgo - 7)}))`;
    if (due === undefined) continue;
    await expireLetters(archives.deps);
    yield scene.moment(daysAgo, 7 * 60 + 30, true);
    await remindOfLetters(archives.deps);
  }
}
