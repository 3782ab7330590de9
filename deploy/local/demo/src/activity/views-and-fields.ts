import type { Scene } from './scene.ts';
import type { Story } from './tell.ts';

const list = 'archives.members';

/** Views that officers keep for themselves and share, and values of the fields that group and unit have added. */
export function viewAndFieldStories(scene: Scene): Story[] {
  return [views(scene), fieldValues(scene)];
}

async function* views(scene: Scene): Story {
  const group = String(scene.run.tree.organizations[0]?.id);
  const face = { list, sort: null, columns: null };
  yield scene.moment(52, 10 * 60);
  const view = (name: string, filters: object, organizationId: string | null = null) => ({
    ...{ ...face, name, filters, organizationId },
  });
  await scene.officer.send('POST', '/views', view('失联与停止党籍', { state: 'out-of-contact' }));
  await scene.officer.send('POST', '/views', {
    ...view('女性正式党员', { stage: 'full', sex: 'female' }),
    sort: 'name',
  });
  yield scene.moment(30, 11 * 60);
  await scene.officer.send('POST', '/views', view('发展对象（全公司）', { stage: 'candidate' }, group));
  yield scene.moment(21, 15 * 60);
  const unit = scene.unit('采油一厂').id;
  await scene.unitOfficer.send('POST', '/views', view('本厂预备党员', { stage: 'probationary' }, unit));
  await scene.unitOfficer.send('POST', '/views', view('倒班党员', { custom: 'shift:rotating' }));
}

const skills = [['writing'], ['first-aid'], ['lecturing', 'photography'], ['photography']] as const;
const shifts = ['rotating', 'day', 'field'] as const;

/** Two branches fill in what the group and their unit ask for. */
async function* fieldValues(scene: Scene): Story {
  const branches = scene.branches('采油一厂').slice(0, 2);
  const began = scene.moment(18, 9 * 60 + 15);
  for (const [place, branch] of branches.entries()) {
    const people = await scene.people({ branches: [branch], count: 9, before: began });
    yield scene.moment(18 - 3 * place, 9 * 60 + 15);
    for (const [index, { id, version }] of people.entries()) {
      const custom = {
        shift: shifts[index % shifts.length],
        'commute-minutes': 10 + scene.draw.int(1, 10) * 5,
        ...(index % 2 === 0 && { skills: skills[index % skills.length] }),
        ...(index % 3 === 0 && {
          dormitory: `${scene.draw.int(1, 6)} 号楼 ${scene.draw.int(1, 5)}0${index + 1}`,
        }),
      };
      await scene.secretary(branch).send('PATCH', `/members/${id}`, { custom }, version);
    }
  }
}
