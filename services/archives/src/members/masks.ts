/** `6502****1000`: place of first registration and the tail by which a person is asked for. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 4)}****${idNumber.slice(-4)}`;
}

/** `138****1111`; of a number too short to hide anything only the tail of two is shown. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? `****${phone.slice(-2)}` : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** Region and city of an address are its first six characters at the most; house and street stay hidden. */
export function maskAddress(address: string): string {
  return `${[...address].slice(0, Math.min(6, Math.floor([...address].length / 2))).join('')}****`;
}

/** Fields that are encrypted at rest, masked in every answer and unmasked by an audited act. */
export const sensitiveFields = ['idNumber', 'phone', 'address'] as const;
export type SensitiveField = (typeof sensitiveFields)[number];

export const masks: Record<SensitiveField, (value: string) => string> = {
  idNumber: maskIdNumber,
  phone: maskPhone,
  address: maskAddress,
};

export function isSensitive(field: string): field is SensitiveField {
  return (sensitiveFields as readonly string[]).includes(field);
}
