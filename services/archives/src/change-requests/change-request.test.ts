import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisions, isSame, stateAfter } from './change-request.ts';

describe('a request', () => {
  test('is decided when every field is, and open until then', () => {
    const decision = fc.constantFrom(...decisions, null);
    fc.assert(
      fc.property(fc.array(fc.record({ decision }), { minLength: 1 }), (fields) => {
        const waiting = fields.some((field) => field.decision === null);
        expect(stateAfter(fields)).toBe(waiting ? 'open' : 'decided');
      }),
    );
  });
});

describe('values', () => {
  test('are the same whatever order their keys have, and differ when anything in them does', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, part]) => [key, reversed(part)]),
            )
          : value;
    const row = fc.record({ on: fc.string(), title: fc.string(), by: fc.option(fc.string()) });
    fc.assert(
      fc.property(fc.array(row), row, (rows, more) => {
        expect(isSame(rows, reversed(rows))).toBe(true);
        expect(isSame(rows, [...rows, more])).toBe(false);
      }),
    );
  });
});
