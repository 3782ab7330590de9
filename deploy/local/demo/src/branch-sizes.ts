import { apportion, type GroupSize } from './group-size.ts';
import type { BranchProfile } from './organization.ts';
import { createDraw } from './random.ts';

export interface BranchSeat {
  readonly joint: boolean;
  readonly profile: BranchProfile;
  readonly showcase: boolean;
}

/** Records of the showcase branch: 39 full and 2 probationary members, a candidate and 2 activists. */
export const showcaseRecords = 44;
const jointRecords = { least: 5, most: 13 };

/** Records per branch, uneven as in life: few joint branches' people, crowds of the retired; they add up to the group's members. */
export function branchSizes(seed: string, size: GroupSize, seats: readonly BranchSeat[]): number[] {
  const draw = createDraw(seed, 'branch-sizes');
  const spread = size.members / size.branches > 50 ? 0.6 : 0.34;
  const mean = size.members / size.branches;
  const fixed = seats.map((seat) => {
    if (seat.showcase) return showcaseRecords;
    return seat.joint
      ? Math.min(draw.int(jointRecords.least, jointRecords.most), Math.floor(mean))
      : undefined;
  });
  const weights = seats.map(
    (seat) => Math.exp(spread * draw.normal()) * (seat.profile === 'retired' ? 1.25 : 1),
  );
  const open = seats.map((_, index) => index).filter((index) => fixed[index] === undefined);
  const left = size.members - fixed.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const shares = apportion(
    left,
    open.map((index) => weights[index] ?? 1),
    Math.min(6, Math.floor(mean / 2)),
  );
  const sizes = fixed.map((count) => count ?? 0);
  open.forEach((index, turn) => (sizes[index] = shares[turn] ?? 0));
  return sizes;
}
