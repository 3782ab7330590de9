import { apportion, type GroupSize } from './group-size.ts';
import { createDraw } from './random.ts';
import { type UnitKind, units } from './words/units.ts';

export interface UnitShape {
  readonly name: string;
  readonly kind: UnitKind;
  readonly index: number;
  /** Branches of each general branch, and those directly below the unit, joint branches apart. */
  readonly areas: readonly number[];
  readonly direct: number;
  readonly joint: number;
}

/** 采油一厂 in the large group is the unit on which benchmarks measure: itself and 169 nodes below. */
export const measuredUnit = { branches: 158, generalBranches: 8, sections: 3 };
const largeGroupUnits = 60;
const shareUnderAreas = 0.72;
const fieldKinds: readonly UnitKind[] = ['oil', 'gas', 'pipeline', 'drilling', 'construction', 'transport'];

/** How many branches each unit has and how they are grouped; uneven, and adding up to the size. */
export function treeShape(seed: string, size: GroupSize): UnitShape[] {
  const draw = createDraw(seed, 'tree-shape');
  const chosen = units.slice(0, size.units);
  const weights = chosen.map(([, , weight]) => weight * Math.exp(0.15 * draw.normal()));
  const isLarge = size.units === largeGroupUnits;
  const branches = pinFirst(size.branches, weights, 2, isLarge ? measuredUnit.branches : undefined);
  const generals = pinFirst(
    size.generalBranches,
    branches,
    0,
    isLarge ? measuredUnit.generalBranches : undefined,
  );
  return chosen.map(([name, kind], index) =>
    unitShape(name, kind, index, branches[index] ?? 0, generals[index] ?? 0),
  );
}

function unitShape(
  name: string,
  kind: UnitKind,
  index: number,
  branches: number,
  generals: number,
): UnitShape {
  const draw = createDraw('areas', name, branches);
  const underAreas =
    generals === 0 ? 0 : Math.max(generals, Math.min(branches - 1, Math.round(branches * shareUnderAreas)));
  const joint = fieldKinds.includes(kind) && branches >= 12 ? Math.max(1, Math.round(branches * 0.035)) : 0;
  const areas =
    generals === 0
      ? []
      : apportion(
          underAreas,
          Array.from({ length: generals }, () => draw.int(60, 140)),
          1,
        );
  const rest = branches - underAreas;
  return { name, kind, index, areas, joint: Math.min(joint, rest), direct: rest - Math.min(joint, rest) };
}

function pinFirst(
  total: number,
  weights: readonly number[],
  least: number,
  first: number | undefined,
): number[] {
  if (first === undefined) return apportion(total, weights, least);
  return [first, ...apportion(total - first, weights.slice(1), least)];
}
