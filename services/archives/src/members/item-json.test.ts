import { membershipStates, stages } from '@banyan/contracts/person';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemJson } from './item-json.ts';
import { abilities, memberItemSchema } from './member-views.ts';

const day = fc.option(fc.constant('2020-01-31'));
const items = fc.record({
  id: fc.uuid(),
  name: fc.string({ unit: 'binary' }),
  sex: fc.option(fc.constantFrom('male' as const, 'female' as const)),
  organizationId: fc.uuid(),
  organizationName: fc.string({ unit: 'binary' }),
  sectionId: fc.option(fc.uuid()),
  stage: fc.constantFrom(...stages),
  state: fc.constantFrom(...membershipStates),
  idNumber: fc.option(fc.string({ unit: 'grapheme' })),
  joinedOn: day,
  verifiedOn: day,
  version: fc.nat(),
  updatedAt: fc.constant('2026-11-01T08:00:00.123456Z'),
  abilities: fc.subarray([...abilities]),
  custom: fc.dictionary(fc.constantFrom('shift', 'room-number'), fc.string({ unit: 'binary' })),
});

test('a row reads back as the row that it was', () => {
  fc.assert(
    fc.property(items, (item) => {
      expect(JSON.parse(itemJson(item))).toEqual(item);
    }),
  );
});

test('a row of which no fields were asked for has none', () => {
  const [item] = fc.sample(items, { numRuns: 1, seed: 1 });
  const { custom, ...plain } = item as NonNullable<typeof item>;
  expect(custom).toBeDefined();
  expect(JSON.parse(itemJson(plain))).toEqual(plain);
});

test('every field of the contract is written', () => {
  const [item] = fc.sample(items, { numRuns: 1, seed: 1 });
  expect(Object.keys(JSON.parse(itemJson(item as never)) as object)).toEqual(
    Object.keys(memberItemSchema.shape),
  );
});
