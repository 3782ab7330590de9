import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, floatingDeadline, lossDeadline } from './register-rules.ts';

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
const isoDay = day.map((date) => date.toISOString().slice(0, 10));

describe('deadlines of the registers', () => {
  test.each([
    ['2026-05-23', 6, '2026-11-23'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 24, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  test('a month later is always in the next month but so many', () => {
    fc.assert(
      fc.property(isoDay, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const to = addMonths(from, months);
        const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(count(to) - count(from)).toBe(months);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      }),
    );
  });

  test('six months out of contact are to be suspended, two years more to be removed', () => {
    const lost = { lostContactOn: '2026-01-10', stateOn: '2026-01-10' };
    expect(lossDeadline({ ...lost, state: 'out-of-contact' })).toEqual({
      action: 'suspend',
      dueOn: '2026-07-10',
    });
    expect(lossDeadline({ ...lost, state: 'suspended', stateOn: '2026-07-15' })).toEqual({
      action: 'remove',
      dueOn: '2028-07-15',
    });
  });

  test('whoever is suspended for another reason, or found again, owes nothing here', () => {
    expect(lossDeadline({ state: 'suspended', lostContactOn: null, stateOn: '2026-01-01' })).toBeNull();
    expect(lossDeadline({ state: 'active', lostContactOn: null, stateOn: '2026-01-01' })).toBeNull();
  });

  const away = {
    since: '2026-01-31',
    lastContactOn: null,
    expectedReturnOn: null,
    closedOn: null,
    abroad: true,
  };
  test('abroad a contact is due half a year after the last one', () => {
    expect(floatingDeadline(away)?.dueOn).toBe('2026-07-31');
    expect(floatingDeadline({ ...away, lastContactOn: '2026-07-30' })).toEqual({
      action: 'log-contact',
      dueOn: '2027-01-30',
    });
    expect(floatingDeadline({ ...away, abroad: false })).toBeNull();
  });

  test('the sooner of contact and return comes first, and a closed entry owes nothing', () => {
    const back = { ...away, expectedReturnOn: '2026-06-01' };
    expect(floatingDeadline(back)).toEqual({ action: 'confirm-return', dueOn: '2026-06-01' });
    expect(floatingDeadline({ ...back, expectedReturnOn: '2027-01-01' })?.action).toBe('log-contact');
    expect(floatingDeadline({ ...back, closedOn: '2026-05-01' })).toBeNull();
  });
});
