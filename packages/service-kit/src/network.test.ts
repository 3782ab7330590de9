import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test.each([
  ['10.20.3.41', '10.20.3.41'],
  ['::ffff:10.20.3.41', '10.20.3.41'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['no address', 'no address'],
  [null, ''],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
