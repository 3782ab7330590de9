/** `randomUUID` is missing where an intranet serves plain HTTP. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** The same content keeps its key, so that a repeated click or a lost answer does it once; other content is new. */
export function keyFor(last: { body: string; key: string }, body: unknown): string {
  const text = JSON.stringify(body);
  if (last.body !== text) Object.assign(last, { body: text, key: newKey() });
  return last.key;
}
