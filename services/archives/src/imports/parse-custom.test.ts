import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CustomValue, type FieldKind, fieldKinds } from '../fields/custom-field.ts';
import { blankValues } from '../members/member-record.ts';
import { writeCustomValue } from '../fields/custom-value.ts';
import {
  columnsOf,
  fieldOf,
  layoutOf,
  parseCells,
  shiftOptions,
} from '../testing/custom-columns-to-parse.ts';
import { guessColumns } from './guess-columns.ts';
import { parseRow } from './parse-row.ts';
import { type Match, settleRow } from './settle-row.ts';
import { isNothing } from './words.ts';

const text = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .map((one) => one.replaceAll(/\p{C}/gu, '').trim())
  .filter((one) => one !== '' && !isNothing(one.normalize('NFKC').trim()));
const choice = fc.constantFrom(...shiftOptions.map(({ value }) => value));
const values: Record<FieldKind, fc.Arbitrary<CustomValue>> = {
  text,
  'long-text': fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  number: fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(0.5, -12.25, 1_234.5)),
  date: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'yes-no': fc.boolean(),
  'one-of': choice,
  'several-of': fc
    .uniqueArray(
      choice.filter((one) => one !== 'gone'),
      { minLength: 1 },
    )
    .map((chosen) => shiftOptions.map(({ value }) => value).filter((value) => chosen.includes(value))),
};

const codes = (fields: Parameters<typeof parseCells>[0], ...cells: string[]) =>
  parseCells(fields, ...cells).errors.map(({ field, code }) => `${field} ${code}`);

describe('a cell of a custom field', () => {
  test.each(fieldKinds)('of kind %s says what was exported, in both languages', (kind) => {
    const field = fieldOf(kind);
    fc.assert(
      fc.property(values[kind], fc.constantFrom('zh-CN' as const, 'en-US' as const), (value, locale) => {
        const { custom, errors } = parseCells([field], writeCustomValue(field, value, locale));
        expect(errors).toEqual([]);
        expect(custom.get(`custom.${kind}`)).toEqual(value);
      }),
    );
  });

  test.each([
    ['date', '2020年1月5日', '2020-01-05'],
    ['date', '2020.1.5', '2020-01-05'],
    ['date', '43835', '2020-01-05'],
    ['number', '１，２００', 1_200],
    ['number', '-3.50', -3.5],
    ['yes-no', '√', true],
    ['yes-no', '无', false],
    ['yes-no', 'FALSE', false],
    ['one-of', ' 夜 班 ', 'night'],
    ['one-of', 'NIGHT', 'night'],
    ['one-of', '无', 'none'],
    ['several-of', '夜班/白班', ['day', 'night']],
    ['several-of', '倒班、轮休', ['rotating']],
    ['text', '甲\n乙', '甲 乙'],
    ['text', '甲（乙）', '甲（乙）'],
    ['text', '无', undefined],
    ['number', '-', undefined],
    ['date', '', undefined],
  ] as const)('of kind %s understands %j', (kind, cell, value) => {
    const { custom, errors } = parseCells([fieldOf(kind)], cell);
    expect([errors, custom.get(`custom.${kind}`)]).toEqual([[], value]);
  });

  test.each([
    ['date', '2020-01', 'date.incomplete'],
    ['date', '2020-02-30', 'date.impossible'],
    ['date', '昨天', 'date.unreadable'],
    ['number', '很多', 'number.unreadable'],
    ['yes-no', '也许', 'yes-no.unknown'],
    ['one-of', '中班', 'choice.unknown'],
    ['several-of', '白班、中班', 'choice.unknown'],
    ['text', '长'.repeat(201), 'value.too-long'],
  ] as const)('of kind %s says of %j %s', (kind, cell, code) => {
    expect(codes([fieldOf(kind)], cell)).toEqual([`custom.${kind} ${code}`]);
  });

  test('is refused where its field is retired, and where a formula or a number lost what it said', () => {
    const fields = [fieldOf('text')];
    const known = layoutOf(fields);
    const parse = (mark: 'n' | 'e' | 'r' | 'f', cell: string) =>
      parseRow(known, { cells: [cell], marks: { 0: mark } });
    expect(parse('n', '').errors).toMatchObject([{ field: 'custom.text', code: 'formula.no-value' }]);
    expect(parse('e', '').errors).toMatchObject([{ field: 'custom.text', code: 'formula.error' }]);
    expect(parse('r', '123456789012345680').errors).toMatchObject([{ code: 'value.rounded' }]);
    expect(parse('f', '甲')).toMatchObject({ errors: [], warnings: [{ code: 'formula.cached' }] });
    const retired = { ...known, custom: columnsOf([]) };
    expect(parseRow(retired, { cells: ['甲'] }).errors).toMatchObject([{ code: 'custom.unknown' }]);
    expect(parseRow(retired, { cells: [' '] }).errors).toEqual([]);
  });

  test('can be given by a correction where the file has no column for it', () => {
    const layout = { ...layoutOf([fieldOf('number')]), columns: new Map(), customNames: [] };
    const { custom } = parseRow(layout, { cells: ['x'], corrections: { 'custom.number': '7' } });
    expect(custom.get('custom.number')).toBe(7);
  });
});

describe('a value of a custom field', () => {
  const fields = [
    fieldOf('number', { minimum: 1, maximum: 10 }),
    fieldOf('one-of', { stages: ['full'] }),
    fieldOf('text', { organizationId: 'two' }),
    fieldOf('yes-no', { required: true }),
  ];
  const match: Match = {
    id: 'm',
    organizationId: 'one',
    version: 1,
    stage: 'probationary',
    state: 'active',
    inScope: true,
    values: { ...blankValues, idNumber: '11010519491231002X' } as Match['values'],
    custom: { number: 50, elsewhere: 'kept' },
  };
  const settle = (cells: string[], more: Partial<Match> | null = {}, stage = 'full') => {
    const parsed = parseCells(fields, ...cells);
    const row = { ...parsed, organizationId: 'one', stage: stage as 'full' };
    const judging = { layout: layoutOf(fields), mode: 'both' as const, today: '2026-11-23' };
    const known = more === null ? null : { ...match, ...more };
    const settled = settleRow(judging, known === null ? row : parsed, known);
    return {
      custom: settled.custom,
      codes: settled.errors
        .filter(({ field }) => field?.startsWith('custom.'))
        .map(({ field, code }) => `${field} ${code}`),
    };
  };

  test('must be within limits, of the stage and of the branch, and is required of somebody new', () => {
    expect(settle(['11', '白班', '甲', ''], null).codes).toEqual([
      'custom.yes-no value.required',
      'custom.number number.out-of-range',
      'custom.text custom.elsewhere',
    ]);
    expect(settle(['', '白班', '', '是'], null, 'applicant').codes).toEqual(['custom.one-of custom.stage']);
    expect(settle(['', '旧班制', '', '是'], null).codes).toEqual(['custom.one-of choice.unknown']);
  });

  test('that a record has already may stay, and one of another organization is not touched', () => {
    expect(settle(['50', '', '', '']).codes).toEqual([]);
    expect(settle(['50', '', '', '']).custom).toBeNull();
    expect(settle(['5', '', '', '否'])).toEqual({
      codes: [],
      custom: {
        values: { number: 5, elsewhere: 'kept', 'yes-no': false },
        changes: [
          { field: 'custom.number', from: 50, to: 5 },
          { field: 'custom.yes-no', from: null, to: false },
        ],
      },
    });
  });
});

describe('a column of a custom field', () => {
  const named = (labelZh: string, organizationId: string, key: string) =>
    fieldOf('text', { labelZh, organizationId, key });
  const guess = (headings: string[], fields: ReturnType<typeof named>[]) =>
    guessColumns(headings, [], null, columnsOf(fields)).map(({ field }) => field);

  test('is known by label or key, before a word that its heading contains, and after those of every record', () => {
    const fields = [
      named('入党介绍人评语', 'unit', 'remarks-of-introducers'),
      named('备注', 'unit', 'note-2'),
    ];
    expect(guess(['入党介绍人 评语（简述）', '备注', 'note-2'], fields)).toEqual([
      'custom.remarks-of-introducers',
      'note',
      'custom.note-2',
    ]);
  });

  test('that several lower units call alike is not guessed, but for the one of everybody', () => {
    const lower = [named('班制', 'one', 'a'), named('班制', 'two', 'b')];
    expect(guess(['班制'], lower)).toEqual([null]);
    expect(guess(['班制'], [...lower, named('班制', 'unit', 'c')])).toEqual(['custom.c']);
  });

  test('that was remembered is forgotten once its field is retired', () => {
    const remembered = { 班制: 'custom.a' } as const;
    const fieldWith = (fields: ReturnType<typeof named>[]) =>
      guessColumns(['班制'], [], remembered, columnsOf(fields))[0];
    expect(fieldWith([named('别的', 'one', 'a')])).toMatchObject({ field: 'custom.a', guess: 'remembered' });
    expect(fieldWith([])).toMatchObject({ field: null, guess: 'none' });
  });
});
