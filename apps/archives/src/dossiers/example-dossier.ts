import type { Dossier, DossierFile, DossierItem } from './dossier.ts';

const rule = {
  id: 'dossier-core-items',
  ruleSet: 'develop-2026',
  article: '36',
  effectiveFrom: '2026-05-18',
  source: 'https://wenda.12371.cn/',
};

export const exampleFile: DossierFile = {
  id: '019a0000-0000-7000-8000-0000000000f1',
  item: 'application',
  name: '入党申请书.pdf',
  size: 1_482_334,
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  mediaType: 'application/pdf',
  preview: 'pdf',
  scanState: 'not-scanned',
  createdAt: '2026-11-20T02:00:00Z',
  createdByName: '周文静',
  removedAt: null,
  restorableUntil: null,
};

const untouched: DossierItem = {
  item: 'admission-form',
  list: 'national',
  name: '入党志愿书',
  hint: null,
  papers: [],
  due: true,
  dueFrom: 'probationary',
  least: 1,
  rule,
  askedBy: null,
  inForce: true,
  state: 'missing',
  mark: null,
  note: null,
  files: [],
  version: 0,
  changedAt: null,
  changedByName: null,
};

export const exampleDossier: Dossier = {
  memberId: '019a0000-0000-7000-8000-000000000001',
  memberName: '郝建国',
  organizationId: '019a0000-0000-7000-8000-0000000000b1',
  organizationName: '采油一队党支部',
  stage: 'full',
  state: 'active',
  progress: { met: 1, due: 3 },
  items: [
    {
      ...untouched,
      item: 'application',
      name: '入党申请书',
      dueFrom: 'applicant',
      state: 'complete',
      files: [exampleFile],
      version: 1,
      changedAt: '2026-11-20T02:00:00Z',
      changedByName: '周文静',
    },
    untouched,
    {
      ...untouched,
      item: '019a0000-0000-7000-8000-0000000000e1',
      list: 'local',
      name: '廉洁承诺书',
      dueFrom: 'full',
      rule: null,
      askedBy: { id: '019a0000-0000-7000-8000-0000000000a1', name: '采油一厂党委' },
    },
  ],
  removed: [],
  uploads: [],
  limits: { fileBytes: 52_428_800, chunkBytes: 8_388_608, endings: ['pdf', 'jpg', 'png'] },
  abilities: ['update', 'archive'],
};
