import type { CustomField } from './custom-field.ts';

/** A field as the service sends it, for tests of pages. */
export const exampleField: CustomField = {
  id: '019a0000-0000-7000-8000-0000000000f1',
  organizationId: '019a0000-0000-7000-8000-000000000001',
  organizationName: '示范集团党委',
  key: 'shift',
  labelZh: '班制',
  labelEn: 'Shift',
  kind: 'one-of',
  help: '按排班表填写',
  required: false,
  stages: [],
  unit: null,
  minimum: null,
  maximum: null,
  options: [
    { value: 'day', labelZh: '白班', labelEn: 'Day', retired: false },
    { value: 'night', labelZh: '夜班', labelEn: null, retired: false },
  ],
  sort: 0,
  archived: false,
  version: 2,
  abilities: ['update', 'archive'],
};

export const exampleNumber: CustomField = {
  ...exampleField,
  id: '019a0000-0000-7000-8000-0000000000f2',
  key: 'allowance',
  labelZh: '岗位津贴',
  labelEn: 'Allowance',
  kind: 'number',
  help: null,
  unit: '元',
  minimum: 0,
  maximum: 5_000,
  options: [],
  sort: 1,
};
