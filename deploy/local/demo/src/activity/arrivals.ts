import { addMonths, addYears, dayOf, isoOf } from '../civil-date.ts';
import type { DemoBranch } from '../organization.ts';
import { type Newcomer, newcomer } from './newcomers.ts';
import type { Scene } from './scene.ts';
import type { Story } from './tell.ts';

interface Arrival {
  readonly who: Newcomer;
  readonly to: DemoBranch | undefined;
  readonly from: string;
  readonly letter: string;
  readonly registered: number;
  readonly received: number | null;
}

/** People who come from outside with a letter: one is on the roll by now, the other is still waited for. */
export function arrivalStories(scene: Scene): Story[] {
  const arrivals: readonly Arrival[] = [
    {
      who: newcomer(0, '江承志', 'male', '1988-04-17'),
      to: scene.branches('勘探开发研究院')[3],
      from: '示范石油大学石油工程学院党委',
      letter: '示石大组字第 0218 号',
      registered: 37,
      received: 35,
    },
    {
      who: newcomer(1, '宋婉清', 'female', '1992-09-06'),
      to: scene.branches('总医院')[6],
      from: '示范医科大学附属医院党委',
      letter: '示医附组字第 0093 号',
      registered: 5,
      received: null,
    },
  ];
  return arrivals.map((arrival) => arrive(scene, arrival));
}

async function* arrive(scene: Scene, { who, to, from, letter, registered, received }: Arrival): Story {
  if (to === undefined) return;
  yield scene.moment(registered, 14 * 60 + 5);
  const joined = addYears(dayOf(who.bornOn), 21);
  const { id } = await scene.secretary(to).send('POST', '/transfers', {
    toOrganizationId: to.organization.id,
    fromOutside: {
      name: from,
      address: null,
      letterNumber: letter,
      issuedOn: scene.date(registered + 6),
      expiresOn: scene.date(registered - 54),
    },
    person: {
      name: who.name,
      stage: 'full',
      sex: who.sex,
      idNumber: who.idNumber,
      ethnicity: '汉族',
      education: 'master',
      degree: 'master',
      workUnit: to.unit.shortName,
      phone: who.phone,
      appliedOn: isoOf(addMonths(joined, -26)),
      activistOn: isoOf(addMonths(joined, -18)),
      candidateOn: isoOf(addMonths(joined, -6)),
      joinedOn: isoOf(joined),
      fullOn: isoOf(addYears(joined, 1)),
    },
    reason: '调入',
    duesPaidThrough: scene.date(registered + 31).slice(0, 7),
  });
  if (received === null) return;
  yield scene.moment(received, 10 * 60 + 15);
  await scene.secretary(to).send('POST', `/transfers/${id}/receive`, { note: '本人已报到' });
}
