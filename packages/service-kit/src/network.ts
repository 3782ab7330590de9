import { isIPv6 } from 'node:net';

/** What one subscriber has: an IPv4 address, or the /64 of an IPv6 address. Anything else counts as it is written. */
export function networkOf(address: string | null): string {
  const bare = (address ?? '').split('%')[0] as string;
  if (!isIPv6(bare)) return bare;
  // The URL parser writes every form of an address in one way (WHATWG URL, IPv6 serializer).
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  const isMappedIPv4 = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
  return isMappedIPv4 ? ipv4Of(groups) : `${groups.slice(0, 4).join(':')}::/64`;
}

function ipv4Of(groups: readonly string[]): string {
  return groups
    .slice(6)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
    .join('.');
}
