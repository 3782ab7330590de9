import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeCustom } from './change-custom.ts';
import type { CustomField, CustomValue, FieldKind } from './custom-field.ts';
import { checkCustomValue, readCustomValue, writeCustomValue } from './custom-value.ts';

const options = [
  { value: 'day', labelZh: '白班', labelEn: 'Day', retired: false },
  { value: 'night', labelZh: '夜班', labelEn: 'Night', retired: false },
  { value: 'rotating', labelZh: '倒班、轮休', labelEn: null, retired: false },
  { value: 'gone', labelZh: '旧班制', labelEn: null, retired: true },
];

function fieldOf(kind: FieldKind, more: Partial<CustomField> = {}): CustomField {
  return {
    id: '019a0000-0000-7000-8000-0000000000f1',
    organizationId: '019a0000-0000-7000-8000-00000000000a',
    key: 'shift',
    labelZh: '班制',
    labelEn: null,
    kind,
    help: null,
    required: false,
    stages: [],
    unit: null,
    minimum: null,
    maximum: null,
    options: kind === 'one-of' || kind === 'several-of' ? options : [],
    sort: 0,
    archived: false,
    version: 1,
    ...more,
  };
}

describe('a value is judged by its definition', () => {
  test.each<[FieldKind, unknown, unknown, Partial<CustomField>?]>([
    ['text', ' 甲 ', '甲'],
    ['text', '', null],
    ['text', 3, 'invalid_type'],
    ['text', '两\n行', 'invalid_format'],
    ['text', 'x'.repeat(201), 'too_big'],
    ['long-text', '两\n行', '两\n行'],
    ['number', 5, 5, { minimum: 5 }],
    ['number', 4.99, 'too_small', { minimum: 5 }],
    ['number', 9, 'too_big', { maximum: 8.5 }],
    ['number', Number.NaN, 'invalid_type'],
    ['number', '5', 'invalid_type'],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '2023-02-29', 'invalid_format'],
    ['yes-no', false, false],
    ['yes-no', 'false', 'invalid_type'],
    ['one-of', 'day', 'day'],
    ['one-of', 'gone', 'invalid_value'],
    ['one-of', '白班', 'invalid_value'],
    ['several-of', ['night', 'day', 'day'], ['day', 'night']],
    ['several-of', [], null],
    ['several-of', 'day', 'invalid_type'],
    ['text', null, 'required', { required: true }],
    ['text', ' ', 'required', { required: true }],
    ['several-of', [], 'required', { required: true }],
  ])('%s %j is %j', (kind, value, expected, more = {}) => {
    const reading = checkCustomValue(fieldOf(kind, more), value);
    expect('code' in reading ? reading.code : reading.value).toEqual(expected);
  });
});

describe('a cell of a roster is read', () => {
  test.each<[FieldKind, string, unknown, Partial<CustomField>?]>([
    ['number', '1,200 元', 1200, { unit: '元' }],
    ['number', '１２', 12],
    ['number', '约十', 'invalid_format'],
    ['date', '2024年2月9日', '2024-02-09'],
    ['date', '2024/2/9', '2024-02-09'],
    ['date', '20240209', '2024-02-09'],
    ['date', '二月', 'invalid_format'],
    ['yes-no', '是', true],
    ['yes-no', 'No', false],
    ['yes-no', '也许', 'invalid_format'],
    ['one-of', '夜班', 'night'],
    ['one-of', 'NIGHT', 'night'],
    ['one-of', '早班', 'invalid_value'],
    ['several-of', '白班，夜班', ['day', 'night']],
    ['several-of', '倒班、轮休', ['rotating']],
    ['text', '', null],
  ])('%s %j is %j', (kind, text, expected, more = {}) => {
    const reading = readCustomValue(fieldOf(kind, more), text);
    expect('code' in reading ? reading.code : reading.value).toEqual(expected);
  });

  const day = fc
    .integer({ min: 0, max: 60_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  const values: [FieldKind, fc.Arbitrary<CustomValue>][] = [
    ['date', day],
    ['yes-no', fc.boolean()],
    ['number', fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100)],
    ['one-of', fc.constantFrom('day', 'night', 'rotating')],
    ['several-of', fc.subarray(['day', 'night'], { minLength: 1 })],
  ];
  test.each(values)('%s that was written reads back as what it was', (kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('zh-CN' as const, 'en-US' as const), (value, locale) => {
        const field = fieldOf(kind);
        expect(readCustomValue(field, writeCustomValue(field, value, locale))).toEqual({ value });
      }),
    );
  });
});

describe('a change of a record', () => {
  const place = { stage: 'full' as const, isNew: false };

  test('leaves values of fields that apply elsewhere as they are, and says only what differs', () => {
    const change = changeCustom(
      { fields: [fieldOf('one-of')], ...place },
      { elsewhere: 'x', shift: 'day' },
      { shift: 'night' },
    );
    expect(change.values).toEqual({ elsewhere: 'x', shift: 'night' });
    expect(change.changes).toEqual([{ field: 'custom.shift', from: 'day', to: 'night' }]);
  });

  test('null takes a value away, unless the field is required', () => {
    const taken = changeCustom({ fields: [fieldOf('text')], ...place }, { shift: 'x' }, { shift: null });
    expect(taken.values).toEqual({});
    const refused = changeCustom(
      { fields: [fieldOf('text', { required: true })], ...place },
      { shift: 'x' },
      { shift: null },
    );
    expect(refused.errors).toMatchObject([{ field: 'custom.shift', code: 'required' }]);
  });

  test('what stays as it is passes, though its choice was retired meanwhile', () => {
    const change = changeCustom(
      { fields: [fieldOf('one-of')], ...place },
      { shift: 'gone' },
      { shift: 'gone' },
    );
    expect(change).toMatchObject({ errors: [], changes: [] });
  });

  test('a field of another organization, an archived one and one of another stage are refused', () => {
    const codes = (fields: CustomField[]) =>
      changeCustom({ fields, ...place }, {}, { shift: 'x' }).errors.map(({ code }) => code);
    expect(codes([])).toEqual(['custom.unknown']);
    expect(codes([fieldOf('text', { archived: true })])).toEqual(['custom.unknown']);
    expect(codes([fieldOf('text', { stages: ['applicant'] })])).toEqual(['custom.stage']);
  });

  test('a new record is asked for what is required at its stage', () => {
    const required = fieldOf('text', { required: true, stages: ['full'] });
    const of = (stage: 'full' | 'applicant') =>
      changeCustom({ fields: [required], stage, isNew: true }, {}, {}).errors.length;
    expect([of('full'), of('applicant')]).toEqual([1, 0]);
  });
});
