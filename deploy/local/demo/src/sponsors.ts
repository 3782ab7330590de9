import { type Day } from './civil-date.ts';
import { drawName } from './draw-name.ts';
import type { Person } from './draw-person.ts';
import type { Acquaintance } from './member.ts';
import type { Draw } from './random.ts';

export interface Sponsors {
  readonly introducers: readonly Acquaintance[];
  readonly cultivators: readonly Acquaintance[];
}

const introducersNeeded = 2;

/** Two introducers and one or two cultivators, full members at that time (rules introducer-count, contact-count). */
export function drawSponsors(
  draw: Draw,
  people: readonly Person[],
  index: number,
  ids: readonly string[],
): Sponsors {
  const person = people[index];
  if (person === undefined || person.dates.activistOn === null) return { introducers: [], cultivators: [] };
  const named = person.script?.introducers;
  const cultivators = choose(draw, people, index, ids, person.dates.activistOn, named ? 1 : draw.int(1, 2));
  if (person.dates.candidateOn === null) return { introducers: [], cultivators };
  const introducers = named
    ? byName(people, ids, named)
    : choose(draw, people, index, ids, person.dates.candidateOn, introducersNeeded);
  return { introducers, cultivators };
}

function byName(people: readonly Person[], ids: readonly string[], names: readonly string[]): Acquaintance[] {
  return names.map((name) => ({
    name,
    memberId: ids[people.findIndex((person) => person.name === name)] ?? null,
  }));
}

/** From the branch where it had full members then; people who have long left are known by name only. */
function choose(
  draw: Draw,
  people: readonly Person[],
  index: number,
  ids: readonly string[],
  on: Day,
  count: number,
): Acquaintance[] {
  const chosen: Acquaintance[] = [];
  for (let tries = 0; chosen.length < count && tries < 12; tries += 1) {
    const at = draw.int(0, people.length - 1);
    const other = people[at];
    if (at === index || other === undefined || other.dates.fullOn === null || other.dates.fullOn > on)
      continue;
    if (other.stateSince !== null && other.stateSince <= on) continue;
    if (!chosen.some(({ memberId }) => memberId === ids[at]))
      chosen.push({ memberId: ids[at] ?? null, name: other.name });
  }
  while (chosen.length < count) {
    const sex = draw.chance(0.6) ? 'male' : 'female';
    const name = drawName(draw, '汉族', sex, on - 40 * 365);
    if (!chosen.some((other) => other.name === name)) chosen.push({ memberId: null, name });
  }
  return chosen;
}
