import { describe, expect, test } from 'vitest';
import { blankValues } from '../members/member-record.ts';
import type { MemberValues } from '../members/member-fields.ts';
import { layout, parse } from '../testing/rows-to-parse.ts';
import type { ImportField } from './import-fields.ts';
import { type Match, settleRow } from './settle-row.ts';

describe('a row and the roster', () => {
  const judging = { layout, mode: 'both' as const, today: '2026-11-23' };
  const values = {
    ...blankValues,
    name: '张三',
    idNumber: '11010519491231002X',
    post: '工人',
  } as MemberValues;
  const match: Match = {
    id: 'm',
    organizationId: 'one',
    version: 3,
    stage: 'full',
    state: 'active',
    inScope: true,
    values,
    custom: {},
  };
  const settle = (
    cells: Partial<Record<ImportField, string>>,
    mode: 'add' | 'update' | 'both' = 'both',
    found: Match | null = match,
  ) => {
    const { action, changed, errors } = settleRow({ ...judging, mode }, parse(cells), found);
    return { action, changed, codes: errors.map(({ code }) => code) };
  };
  const id = { idNumber: '11010519491231002X' };

  test('updates what is given and differs, and nothing that is a step of its own', () => {
    expect(settle({ ...id, post: '班长' })).toEqual({ action: 'update', changed: ['post'], codes: [] });
    expect(settle({ ...id, post: '工人', name: '' })).toEqual({ action: 'none', changed: [], codes: [] });
    expect(settle({ ...id, organization: '采油二队' }).codes).toEqual(['update.organization-differs']);
    expect(settle({ ...id, stage: '预备党员' }).codes).toEqual(['update.stage-differs']);
    expect(settle({ ...id, state: '失联' }).codes).toEqual(['update.state-differs']);
    expect(settle({ ...id, section: '一组' })).toEqual({
      action: 'update',
      changed: ['sectionId'],
      codes: [],
    });
    expect(settle({ ...id, bornOn: '1949-12-30' }).codes).toEqual(['id-number.born-on']);
  });

  test('adds with what a record needs, and completes it from the ID number', () => {
    expect(settle({ ...id, name: '张三' }, 'add', null).codes).toEqual(['value.required', 'value.required']);
    const full = { ...id, name: '张三', organization: '采油一队', stage: '正式党员' };
    expect(settle(full, 'add', null)).toMatchObject({ action: 'add', codes: [] });
    expect(settleRow(judging, parse(full), null).values).toMatchObject({
      sex: 'female',
      bornOn: '1949-12-31',
    });
    expect(
      settle({ ...full, sex: '男', joinedOn: '1999-01-01', fullOn: '1998-01-01' }, 'add', null).codes,
    ).toEqual(['id-number.sex', 'date.order']);
    expect(settle({ ...full, stage: '预备党员', fullOn: '1998-01-01' }, 'add', null).codes).toEqual([
      'date.stage-not-reached',
    ]);
    expect(settle({ ...full, joinedOn: '2027-01-01' }, 'add', null).codes).toEqual(['date.future']);
  });

  test('says nothing of a person out of scope but that the number is taken', () => {
    const foreign = { ...match, inScope: false };
    const full = { ...id, name: '张三', organization: '采油一队', stage: '正式党员' };
    expect(JSON.stringify(settleRow(judging, parse(full), foreign).errors)).toBe(
      '[{"field":"idNumber","code":"id-number.taken"}]',
    );
    expect(settle(full, 'update', foreign).codes).toEqual(['update.not-found']);
  });
});
