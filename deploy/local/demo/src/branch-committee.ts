import { ageOn, type Day } from './civil-date.ts';
import type { Person } from './draw-person.ts';
import type { Draw } from './random.ts';

const committeeFrom = 7;
const posts = ['书记', '组织委员', '宣传委员', '纪检委员', '副书记'] as const;

/** Party posts by index of the person. Under seven full members there is a secretary and no committee (rule branch-committee-trigger). */
export function branchCommittee(
  draw: Draw,
  people: readonly Person[],
  today: Day,
): ReadonlyMap<number, string> {
  const taken = new Map<number, string>();
  people.forEach(({ script }, index) => {
    if (script?.partyPost) taken.set(index, script.partyPost);
  });
  const full = people.flatMap((person, index) =>
    person.stage === 'full' && person.state === 'active' ? [index] : [],
  );
  const free = full
    .filter((index) => !taken.has(index) && people[index]?.script === null)
    .map((index) => ({ index, key: distance(people[index], today) + draw.int(0, 6) }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map(({ index }) => index);
  const size = full.length < committeeFrom ? 1 : full.length < 20 ? 3 : full.length < 35 ? 4 : 5;
  for (const post of posts.slice(0, size)) {
    if ([...taken.values()].includes(post)) continue;
    const next = free.shift();
    if (next !== undefined) taken.set(next, post);
  }
  return taken;
}

/** Committees are made of people about 45 who have been members for some years. */
function distance(person: Person | undefined, today: Day): number {
  if (person === undefined) return 100;
  const young = today - (person.dates.fullOn ?? today) < 3 * 365 ? 40 : 0;
  return Math.abs(ageOn(person.born, today) - 45) + young;
}
