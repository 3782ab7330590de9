import type { Transfer, TransferGroup, TransferItem } from './transfer.ts';

const officer = { id: '019a0000-0000-7000-8000-0000000000d1', name: '周文静' };

/** A transfer as the service sends it, for tests of pages. */
export const exampleItem: TransferItem = {
  id: '019a0000-0000-7000-8000-0000000000e1',
  kind: 'within',
  direction: 'out',
  state: 'applied',
  memberId: '019a0000-0000-7000-8000-0000000000a1',
  person: {
    name: '李文博',
    sex: 'male',
    ethnicity: '汉族',
    bornOn: '1994-05-12',
    stage: 'full',
    joinedOn: '2018-11-25',
    fullOn: '2019-11-25',
    idNumber: '6502****1111',
  },
  from: {
    organizationId: '019a0000-0000-7000-8000-00000000000a',
    name: '采油一队党支部',
    path: '采油一厂党委 / 采油一队党支部',
    address: null,
  },
  to: {
    organizationId: '019a0000-0000-7000-8000-00000000000b',
    name: '采油二队党支部',
    path: '采油一厂党委 / 采油二队党支部',
    address: null,
  },
  groupId: null,
  reason: '工作调动',
  appliedOn: '2026-11-20',
  letter: null,
  receivedOn: null,
  closedOn: null,
  version: 1,
  updatedAt: '2026-11-20T02:00:00Z',
  abilities: ['approve', 'reject', 'cancel'],
};

export const exampleTransfer: Transfer = {
  ...exampleItem,
  duesPaidThrough: '2026-11',
  validDays: 30,
  createdAt: '2026-11-20T02:00:00Z',
  timeline: [
    {
      at: '2026-11-20T02:00:00Z',
      action: 'apply',
      actor: officer,
      from: null,
      to: 'applied',
      note: null,
      version: 1,
    },
  ],
};

export const exampleLetter = {
  number: '2026-00012',
  issuedOn: '2026-11-01',
  expiresOn: '2026-11-26',
  daysLeft: 3,
  endingSoon: true,
};

/** After approval. */
export const issuedTransfer: Transfer = {
  ...exampleTransfer,
  state: 'issued',
  letter: exampleLetter,
  version: 2,
  abilities: ['receive', 'reject', 'print'],
  timeline: [
    ...exampleTransfer.timeline,
    {
      at: '2026-11-21T02:00:00Z',
      action: 'approve',
      actor: { id: officer.id, name: '王建国' },
      from: 'applied',
      to: 'issued',
      note: '同意',
      version: 2,
    },
  ],
};

export const exampleGroup: TransferGroup = {
  id: '019a0000-0000-7000-8000-0000000000f1',
  to: exampleItem.to,
  reason: '支部合并',
  total: 2,
  states: { applied: 1, issued: 1 },
  abilities: ['approve'],
  createdAt: '2026-11-20T02:00:00Z',
  items: [
    { ...exampleItem, abilities: ['approve'] },
    {
      ...exampleItem,
      id: '019a0000-0000-7000-8000-0000000000e2',
      person: { ...exampleItem.person, name: '孙静' },
      state: 'issued',
      letter: exampleLetter,
      abilities: [],
    },
  ],
};
