import path from 'node:path';

export const checkout = path.resolve(import.meta.dirname, '../../..');

/** State of one mesh: `.data` of the checkout, or where `BANYAN_DATA` says. */
export const dataDirectory = path.resolve(checkout, process.env.BANYAN_DATA ?? '.data');

export function inCheckout(...parts: string[]): string {
  return path.join(checkout, ...parts);
}
