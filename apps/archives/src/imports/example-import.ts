import type { Import, ImportRow } from './import.ts';

/** An import as the service sends it, for tests of pages. */
export const exampleImport: Import = {
  id: '019a0000-0000-7000-8000-0000000000e1',
  organizationId: '019a0000-0000-7000-8000-000000000001',
  organizationName: '采油一厂党委',
  fileName: '花名册.xlsx',
  size: 18_342,
  mode: 'both',
  status: 'preview',
  rows: 4,
  valid: 2,
  invalid: 2,
  added: 1,
  updated: 1,
  unchanged: 0,
  progress: null,
  createdAt: '2026-11-23T01:58:00Z',
  createdBy: { id: '019a0000-0000-7000-8000-0000000000d1', name: '周文静' },
  committedAt: null,
  committedBy: null,
  undoneAt: null,
  undoneBy: null,
  version: 2,
  abilities: ['map', 'correct', 'commit', 'discard'],
  source: {
    kind: 'xlsx',
    sheets: ['党员花名册', 'Sheet2'],
    sheet: '党员花名册',
    encoding: null,
    delimiter: null,
    headingFrom: 3,
    headingTo: 4,
    dropped: 3,
  },
  columns: [
    {
      index: 0,
      letter: 'A',
      heading: '序号',
      field: null,
      guess: 'none',
      duplicate: false,
      samples: ['1', '2'],
    },
    {
      index: 1,
      letter: 'B',
      heading: '姓 名',
      field: 'name',
      guess: 'known',
      duplicate: false,
      samples: ['阮振东', '牛志远'],
    },
    {
      index: 2,
      letter: 'C',
      heading: '公民身份号码',
      field: 'idNumber',
      guess: 'known',
      duplicate: false,
      samples: ['6502****0137'],
    },
    {
      index: 3,
      letter: 'D',
      heading: '所在党支部',
      field: 'organization',
      guess: 'remembered',
      duplicate: false,
      samples: ['采油一队'],
    },
    {
      index: 4,
      letter: 'E',
      heading: '人员类别',
      field: 'stage',
      guess: 'known',
      duplicate: false,
      samples: ['正式党员'],
    },
  ],
  defaults: { organizationId: null, stage: null },
  missing: [],
  errors: [],
  errorCounts: [
    { code: 'organization.ambiguous', count: 1 },
    { code: 'id-number.check-character', count: 1 },
  ],
  warningCounts: [],
  problem: null,
};

const heading: Record<string, string> = {
  name: '姓 名',
  idNumber: '公民身份号码',
  organization: '所在党支部',
  stage: '人员类别',
};

function cells(texts: Record<'name' | 'idNumber' | 'organization' | 'stage', string>): ImportRow['cells'] {
  return (Object.entries(texts) as [keyof typeof texts, string][]).map(([field, text]) => ({
    field,
    column: heading[field] ?? field,
    text,
    masked: text.includes('*'),
    corrected: false,
  }));
}

const fine = {
  valid: true,
  memberId: null,
  errors: [],
  warnings: [],
  changes: [],
  corrected: false,
  version: 1,
} satisfies Partial<ImportRow>;

/** One branch of three by this name, one number whose end is wrong. */
export const wrongRows: ImportRow[] = [
  {
    ...fine,
    row: 12,
    name: '牛志远',
    valid: false,
    action: null,
    cells: cells({
      name: '牛志远',
      idNumber: '6502****1315',
      organization: '采油一队',
      stage: '正式党员',
    }),
    errors: [
      {
        row: 12,
        column: '所在党支部',
        cell: 'D12',
        field: 'organization',
        code: 'organization.ambiguous',
        message: 'More than one branch has this name.',
        suggestions: [
          { organizationId: '019a0000-0000-7000-8000-00000000000a', name: '采油一厂采油一队党支部' },
          { organizationId: '019a0000-0000-7000-8000-00000000000b', name: '采油二厂采油一队党支部' },
        ],
      },
    ],
  },
  {
    ...fine,
    row: 15,
    name: '温国强',
    valid: false,
    action: null,
    cells: cells({
      name: '温国强',
      idNumber: '650280197605061172',
      organization: '采油一厂集输一队党支部',
      stage: '正式党员',
    }),
    errors: [
      {
        row: 15,
        column: '公民身份号码',
        cell: 'C15',
        field: 'idNumber',
        code: 'id-number.check-character',
        message: 'The last character does not agree.',
      },
    ],
  },
];

export const rightRows: ImportRow[] = [
  {
    ...fine,
    row: 5,
    name: '阮振东',
    action: 'add',
    changes: [
      { field: 'name', from: null, to: '阮振东' },
      { field: 'stage', from: null, to: 'full' },
      { field: 'joinedOn', from: null, to: '2004-06-18' },
    ],
    cells: cells({
      name: '阮振东',
      idNumber: '6502****0137',
      organization: '采油一厂采油二队党支部',
      stage: '正式党员',
    }),
  },
  {
    ...fine,
    row: 6,
    name: '李文博',
    action: 'update',
    memberId: '019a0000-0000-7000-8000-0000000000a1',
    cells: cells({
      name: '李文博',
      idNumber: '6502****1111',
      organization: '采油一厂采油一队党支部',
      stage: '预备党员',
    }),
    changes: [{ field: 'education', from: 'junior-college', to: 'bachelor' }],
  },
];
