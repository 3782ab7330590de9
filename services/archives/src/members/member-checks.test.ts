import { describe, expect, test } from 'vitest';
import { completed, errorsOf, faultsOf } from './member-checks.ts';
import type { MemberValues } from './member-fields.ts';
import { blankValues } from './member-record.ts';

const today = '2026-11-23';
const life: Partial<MemberValues> = {
  idNumber: '11010519491231002X',
  sex: 'female',
  bornOn: '1949-12-31',
  appliedOn: '1970-01-01',
  activistOn: '1970-06-01',
  candidateOn: '1971-07-01',
  joinedOn: '1972-01-01',
  fullOn: '1973-01-01',
};
const values = (rest: Partial<MemberValues>): MemberValues => ({ ...blankValues, name: '张三', ...rest });
const codes = (rest: Partial<MemberValues>, stage: 'applicant' | 'probationary' | 'full' = 'full') =>
  faultsOf(values(rest), { stage, state: 'active' }, today).map(({ fields, code }) => `${fields[0]} ${code}`);

describe('values of a record', () => {
  test('a whole life in order has no fault', () => {
    expect(codes(life)).toEqual([]);
  });

  test('a name alone has no fault: what is missing is a gap, not an error', () => {
    expect(codes({}, 'applicant')).toEqual([]);
    expect(codes({})).toEqual([]);
  });

  test.each([
    [{ ...life, fullOn: '1971-12-31' }, ['fullOn date.order']],
    [{ ...life, appliedOn: '1971-07-02' }, ['activistOn date.order']],
    [{ ...life, appliedOn: null, activistOn: null, candidateOn: '1940-01-01' }, ['candidateOn date.order']],
    [{ ...life, fullOn: '2026-11-24' }, ['fullOn date.future']],
    [{ ...life, sex: 'male' as const }, ['sex id-number.sex']],
    [{ ...life, bornOn: '1949-12-30' }, ['bornOn id-number.born-on']],
    [{ idNumber: '110105194912310021' }, ['idNumber id-number.check-character']],
    [
      { resume: [{ from: '2001-01-01', to: '2000-01-01', place: '采油一厂', post: null }] },
      ['resume date.order'],
    ],
  ])('%j breaks %j', (rest, expected) => {
    expect(codes(rest)).toEqual(expected);
  });

  test('a date of a stage that was not reached is refused', () => {
    expect(codes({ joinedOn: '2025-01-01' }, 'applicant')).toEqual(['joinedOn date.stage-not-reached']);
    expect(codes({ joinedOn: '2025-01-01', fullOn: '2026-01-01' }, 'probationary')).toEqual([
      'fullOn date.stage-not-reached',
    ]);
  });

  test('a correction answers for its own fields, and the error stands at one of them', () => {
    const faults = faultsOf(
      values({ ...life, fullOn: '1971-12-31' }),
      { stage: 'full', state: 'active' },
      today,
    );
    expect(errorsOf(faults, new Set(['phone']))).toEqual([]);
    expect(errorsOf(faults, new Set(['joinedOn']))).toEqual([
      { field: 'joinedOn', code: 'date.order', message: 'Out of order: joinedOn, fullOn.' },
    ]);
  });

  test('an ID number fills in what it tells, and nothing that is known', () => {
    const of = (rest: Partial<MemberValues>) => {
      const { idNumber, sex, bornOn } = completed(values(rest), today);
      return { idNumber, sex, bornOn };
    };
    expect(of({ idNumber: '110105491231002' })).toEqual({
      idNumber: '11010519491231002X',
      sex: 'female',
      bornOn: '1949-12-31',
    });
    expect(of({ idNumber: '110105491231002', sex: 'male' }).sex).toBe('male');
    expect(of({ idNumber: 'nonsense' })).toEqual({ idNumber: 'nonsense', sex: null, bornOn: null });
  });
});
