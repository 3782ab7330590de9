import type { Day } from './civil-date.ts';
import type { UnitKind } from './words/units.ts';

export type OrganizationType =
  | 'group'
  | 'committee'
  | 'general-branch'
  | 'branch'
  | 'joint-branch'
  | 'section';

export interface DemoOrganization {
  readonly id: string;
  readonly parentId: string | null;
  readonly type: OrganizationType;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** Of this node alone, from 1; what paths are made of. */
  readonly number: number;
  /** Numbers to base 36 from the root down, `/1/3/c/`, as identity writes them. */
  readonly path: string;
  readonly sort: number;
  readonly establishedOn: Day;
  readonly termEndsOn: Day | null;
  readonly creditCode: string | null;
  readonly nature: string | null;
  readonly longitude: number;
  readonly latitude: number;
  readonly address: string;
}

/** Whom a branch consists of. */
export type BranchProfile = 'field' | 'office' | 'retired';

/** A branch with what is needed to fill it. */
export interface DemoBranch {
  readonly organization: DemoOrganization;
  readonly unit: DemoOrganization;
  readonly kind: UnitKind;
  readonly profile: BranchProfile;
  readonly sections: readonly DemoOrganization[];
  readonly members: number;
  /** Position among all branches and of its first member among all members. */
  readonly index: number;
  readonly firstMember: number;
  /** The branch that the pictures and the named accounts tell about. */
  readonly showcase: boolean;
}

export interface DemoTree {
  /** Every parent before its children. */
  readonly organizations: readonly DemoOrganization[];
  readonly branches: readonly DemoBranch[];
}
