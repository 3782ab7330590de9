import type { Due, Floating, Lost, ReductionItem, RegisterRule } from './register.ts';

const suspendRule: RegisterRule = {
  id: 'lost-contact-suspend',
  ruleSet: 'education-2019',
  regulation: '中国共产党党员教育管理工作条例',
  article: null,
  source: 'http://merchimize.com/news/show-39640.html',
  from: '2019',
  months: 6,
};
const abroadRule: RegisterRule = { ...suspendRule, id: 'abroad-contact', ruleSet: 'abroad-contact' };
const branch = {
  organizationId: '019a0000-0000-7000-8000-00000000000a',
  organizationName: '采油一队党支部',
};

/** Entries of the registers as the service sends them, for tests of pages. */
export const exampleLost: Lost = {
  id: '019a0000-0000-7000-8000-0000000000a1',
  name: '李文博',
  ...branch,
  stage: 'full',
  state: 'out-of-contact',
  lostContactOn: '2026-05-20',
  stateOn: '2026-05-20',
  searches: 1,
  lastSearchOn: '2026-09-01',
  deadline: { action: 'suspend', dueOn: '2026-11-20', rule: suspendRule },
  memberVersion: 3,
  abilities: ['log-search', 'find', 'suspend'],
  log: [
    {
      id: '019a0000-0000-7000-8000-0000000000b1',
      on: '2026-09-01',
      way: 'relatives',
      outcome: 'lead',
      note: '其弟称在外地务工',
      at: '2026-09-01T02:00:00Z',
      actorName: '周文静',
    },
  ],
};

export const exampleFloating: Floating = {
  id: '019a0000-0000-7000-8000-0000000000c1',
  direction: 'out',
  memberId: '019a0000-0000-7000-8000-0000000000a2',
  name: '孙静',
  stage: 'full',
  homeOrganizationId: branch.organizationId,
  homeOrganizationName: branch.organizationName,
  organizationId: null,
  organizationName: null,
  place: '四川省成都市 某街道党工委',
  abroad: true,
  since: '2026-03-01',
  expectedReturnOn: null,
  reason: '随子女居住',
  lastContactOn: '2026-06-01',
  closedOn: null,
  closing: null,
  deadline: { action: 'log-contact', dueOn: '2026-12-01', rule: abroadRule },
  version: 2,
  abilities: ['update', 'log-contact', 'close', 'unmask'],
  province: '四川省',
  city: '成都市',
  partyOrganization: '某街道党工委',
  contactName: '马书记',
  contactPhone: '138****8000',
  sex: null,
  idNumber: null,
  phone: null,
  createdAt: '2026-03-02T02:00:00Z',
  updatedAt: '2026-06-01T02:00:00Z',
  contacts: [
    {
      id: '019a0000-0000-7000-8000-0000000000c2',
      on: '2026-06-01',
      way: 'video',
      note: '情况正常',
      at: '2026-06-01T02:00:00Z',
      actorName: '周文静',
    },
  ],
};

export const exampleDue: Due = {
  id: `suspend-${exampleLost.id}`,
  action: 'suspend',
  dueOn: '2026-11-20',
  rule: suspendRule,
  register: 'out-of-contact',
  recordId: exampleLost.id,
  name: exampleLost.name,
  ...branch,
  abilities: ['resolve'],
};

export const exampleReduction: ReductionItem = {
  id: '019a0000-0000-7000-8000-0000000000a3',
  name: '张明远',
  ...branch,
  stage: 'full',
  kind: 'left',
  leftKind: 'resigned',
  on: '2026-06-01',
  reason: '本人书面申请',
  actorName: '周文静',
  at: '2026-06-02T02:00:00Z',
  memberVersion: 4,
  abilities: ['reinstate'],
};
