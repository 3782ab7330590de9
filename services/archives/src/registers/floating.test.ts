import { describe, expect, test } from 'vitest';
import { placeOf } from './floating.ts';

describe('the place in the words of the record', () => {
  test.each([
    [['四川省', '成都市', '某党工委'], '四川省成都市 某党工委'],
    [[null, null, '某党工委'], '某党工委'],
    [['四川省', null, null], '四川省'],
    [[null, null, null], null],
  ] as const)('%j reads %s', ([province, city, partyOrganization], place) =>
    expect(placeOf({ province, city, partyOrganization })).toBe(place),
  );
});
