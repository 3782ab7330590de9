const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A code of an area that does not exist. */
export function inventedCreditCode(serial: number): string {
  return creditCode('91650299', `MA${String(serial).padStart(6, '0')}`);
}

/** The unified social credit code (GB 32100) of an authority and area and an organization's eight characters. */
export function creditCode(area: string, body: string): string {
  const first17 = `${area}${body}${organizationCheck(body)}`;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += alphabet.indexOf(first17.charAt(i)) * (3 ** i % 31);
  return first17 + alphabet.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: the ninth character of an organization's code; letters count 10 to 35. */
function organizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36), 0);
  return '0X987654321'.charAt(sum % 11);
}
