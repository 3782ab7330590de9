/** How large each kind of node grows with the number of members. */
export interface GroupSize {
  readonly members: number;
  readonly units: number;
  readonly generalBranches: number;
  readonly branches: number;
  readonly sections: number;
}

export const demonstrationMembers = 12_000;

const demonstration = { units: 24, generalBranches: 60, branches: 420, sections: 300 };
const large = { members: 1_000_000, units: 60, generalBranches: 339, branches: 9_500, sections: 100 };
const least = { members: 200, units: 4, generalBranches: 2, branches: 10, sections: 4 };

/** 12,000 members give the demonstration group, 1,000,000 a group of 10,000 organizations; between and below, a curve. */
export function groupSize(members: number): GroupSize {
  if (!Number.isInteger(members) || members < least.members) {
    throw new RangeError(`the demonstration group has at least ${least.members} members`);
  }
  const grow = (of: 'units' | 'generalBranches' | 'branches' | 'sections') => {
    if (members >= large.members) return large[of];
    if (members < demonstrationMembers) {
      return Math.max(least[of], Math.round((demonstration[of] * members) / demonstrationMembers));
    }
    const share = Math.log(members / demonstrationMembers) / Math.log(large.members / demonstrationMembers);
    return Math.round(demonstration[of] * (large[of] / demonstration[of]) ** share);
  };
  return {
    members,
    units: Math.max(grow('units'), Math.min(demonstration.units, Math.floor(members / 60))),
    generalBranches: grow('generalBranches'),
    branches: Math.max(grow('branches'), 2 * Math.min(demonstration.units, Math.floor(members / 60))),
    sections: grow('sections'),
  };
}

/** Whole shares of `total` in proportion to the weights, none under `least`; they add up exactly. */
export function apportion(total: number, weights: readonly number[], atLeast: number): number[] {
  const spare = total - atLeast * weights.length;
  if (spare < 0) throw new RangeError(`${total} is too little for ${weights.length} shares of ${atLeast}`);
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (spare * weight) / sum);
  const shares = exact.map((share) => Math.floor(share) + atLeast);
  let left = total - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, index) => [share - Math.floor(share), index] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, index] of byRemainder) {
    if (left === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
