import { describe, expect, it } from 'vitest';
import { ageOn, isVerified, probationOf } from './member.ts';

const today = new Date(2026, 10, 23);

describe('what a page reads from the dates of a record', () => {
  it('a record awaits verification a year after the last one', () => {
    expect(isVerified('2025-11-24', today)).toBe(true);
    expect(isVerified('2025-11-23', today)).toBe(false);
    expect(isVerified(null, today)).toBe(false);
  });

  it('somebody is a year older on the birthday, not before', () => {
    expect(ageOn('1994-11-23', today)).toBe(32);
    expect(ageOn('1994-11-24', today)).toBe(31);
  });

  it('a probation of a year from the branch meeting ends on the same day, or on the last of a shorter month', () => {
    expect(probationOf('2025-11-25', today)).toEqual({ to: '2026-11-25', daysLeft: 2 });
    expect(probationOf('2024-02-29', today).to).toBe('2025-02-28');
  });
});
