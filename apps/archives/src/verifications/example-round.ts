import { exampleMember } from '../members/example-member.ts';
import type { AskedPerson, BranchProgress, Progress, RoundRecord } from './verification.ts';

const branch = {
  organizationId: exampleMember.organizationId,
  organizationName: exampleMember.organizationName,
};

export const exampleProgress: Progress = {
  people: 2,
  confirmed: 0,
  corrected: 0,
  unknown: 0,
  answered: 0,
  branches: 1,
  finished: 0,
};

/** A round as the service sends it to the secretary of one branch, for tests of pages. */
export const exampleRound: RoundRecord = {
  id: '019a0000-0000-7000-8000-0000000000f1',
  organizationId: '019a0000-0000-7000-8000-00000000000b',
  organizationName: '采油一厂党委',
  title: '2026 年度核实',
  question: null,
  note: null,
  stages: ['probationary', 'full'],
  states: ['active', 'suspended', 'out-of-contact'],
  dueOn: '2026-12-31',
  state: 'open',
  isOverdue: false,
  createdAt: '2026-11-20T02:00:00Z',
  author: { id: '019a0000-0000-7000-8000-0000000000d1', name: '周文静' },
  closedAt: null,
  part: [{ ...branch, isBranch: true }],
  progress: exampleProgress,
  version: 1,
  abilities: ['answer'],
  reminder: null,
};

export const exampleAsked: AskedPerson = {
  id: exampleMember.id,
  member: exampleMember,
  answer: null,
  note: null,
  answeredAt: null,
  answeredBy: null,
  isChanged: false,
};

export const exampleBranch: BranchProgress = {
  id: branch.organizationId,
  name: branch.organizationName,
  type: 'branch',
  isBranch: true,
  isOverdue: false,
  progress: { ...exampleProgress, people: 20, confirmed: 7, answered: 7 },
};
