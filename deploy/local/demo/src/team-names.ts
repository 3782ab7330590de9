import { chineseNumeral } from './chinese-numeral.ts';
import type { BranchProfile } from './organization.ts';
import { branchNames, directTeams, remotePlaces, type UnitKind } from './words/units.ts';

/** Names the parts of one unit, each name once: 采油一队, 采油二队, … */
export interface TeamNames {
  area(): string;
  team(): string;
  direct(): string;
  remote(): string;
}

export function teamNames(kind: UnitKind, unitIndex: number): TeamNames {
  const used = new Map<string, number>();
  const { areas, teams } = branchNames[kind];
  const named = (pattern: string) => {
    const count = (used.get(pattern) ?? 0) + 1;
    used.set(pattern, count);
    if (pattern.includes('{n}')) return pattern.replace('{n}', chineseNumeral(count));
    return count === 1 ? pattern : `${pattern}第${chineseNumeral(count)}`;
  };
  const inTurn = (patterns: string | readonly string[], start = 0) => {
    const list = typeof patterns === 'string' ? patterns.split(' ') : patterns;
    let turn = start;
    return () => named(list[turn++ % list.length] ?? '');
  };
  const team = inTurn(teams);
  return {
    area: () => named(areas),
    team,
    direct: kind === 'office' || kind === 'retired' ? team : inTurn(directTeams),
    remote: inTurn(remotePlaces, unitIndex * 5),
  };
}

export function profileOf(kind: UnitKind, team: string): BranchProfile {
  if (team.startsWith('离退休') || (kind === 'retired' && team.startsWith('活动站'))) return 'retired';
  return kind === 'office' || team.startsWith('机关') ? 'office' : 'field';
}
