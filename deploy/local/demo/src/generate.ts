export { dayOf, isoOf } from './civil-date.ts';
export { type DemoOptions, generateOrganizations } from './generate-organizations.ts';
export { generateBranches, generateMembers } from './generate-members.ts';
export type { DemoMember } from './member.ts';
export type { DemoBranch, DemoOrganization, DemoTree } from './organization.ts';
