/** How somebody was spoken to. */
export const contactWays = ['visit', 'call', 'message', 'video', 'meeting', 'letter', 'other'] as const;
export type ContactWay = (typeof contactWays)[number];

/** Why an entry ended. */
export const closings = ['returned', 'transferred', 'mistaken', 'other'] as const;
export type Closing = (typeof closings)[number];

export type Direction = 'out' | 'in';

/** The other end of a floating entry, in its parts. */
export interface Elsewhere {
  readonly province: string | null;
  readonly city: string | null;
  readonly partyOrganization: string | null;
}

const placeLength = 200;

/** The place in the words of the record: what the national form asks for in three boxes reads as one line. */
export function placeOf({ province, city, partyOrganization }: Elsewhere): string | null {
  const region = [province, city].filter((part) => part !== null).join('');
  const parts = [region, partyOrganization].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? null : parts.join(' ').slice(0, placeLength);
}
