import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSealer } from './sealed-fields.ts';

const keys = { fieldKey: randomBytes(32).toString('base64'), indexKey: randomBytes(32).toString('base64') };
const sealer = createSealer(keys);
const id = '019a0000-0000-7000-8000-0000000000a1';
const other = '019a0000-0000-7000-8000-0000000000a2';

describe('sealed fields', () => {
  test('what was sealed opens again, and reads differently each time it is sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const sealed = sealer.seal(id, 'address', plain);
        expect(sealer.open(id, 'address', sealed)).toBe(plain);
        expect(sealed.equals(sealer.seal(id, 'address', plain))).toBe(false);
        expect(sealed[0]).toBe(1);
      }),
    );
  });

  test('a value opens in its own record and field only', () => {
    const sealed = sealer.seal(id, 'phone', '13812341111');
    expect(() => sealer.open(other, 'phone', sealed)).toThrow();
    expect(() => sealer.open(id, 'address', sealed)).toThrow();
  });

  test('a mask that is kept shows no other record and field', () => {
    const sealed = sealer.seal(id, 'phone', '13812341111');
    expect(sealer.mask(id, 'phone', sealed)).toBe('138****1111');
    expect(sealer.mask(id, 'phone', sealed)).toBe('138****1111');
    expect(() => sealer.mask(other, 'phone', sealed)).toThrow();
    expect(() => sealer.mask(id, 'idNumber', sealed)).toThrow();
  });

  test('a changed byte is found', () => {
    const sealed = sealer.seal(id, 'idNumber', '11010519491231002X');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => sealer.open(id, 'idNumber', changed)).toThrow();
    }
  });

  test('another key opens nothing', () => {
    const stranger = createSealer({ ...keys, fieldKey: randomBytes(32).toString('base64') });
    expect(() => stranger.open(id, 'phone', sealer.seal(id, 'phone', '1'))).toThrow();
  });

  test('equal values have equal hashes, however they are written', () => {
    expect(sealer.hash('phone', '+86 138-1234-1111')).toEqual(sealer.hash('phone', '13812341111'));
    expect(sealer.tail('idNumber', '11010519491231002x')).toEqual(sealer.tail('idNumber', '002X'));
    expect(sealer.hash('phone', '13812341111')).not.toEqual(sealer.hash('idNumber', '13812341111'));
    expect(sealer.hash('phone', '13812341111')).toHaveLength(16);
    expect(sealer.tail('phone', '13812341111')).toHaveLength(8);
  });

  test('a key of another length is refused at once', () => {
    expect(() => createSealer({ ...keys, indexKey: 'c2hvcnQ=' })).toThrow('INDEX_KEY');
  });
});
