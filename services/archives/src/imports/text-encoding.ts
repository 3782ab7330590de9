import { createReadStream } from 'node:fs';
import { FileRefused } from './file-refused.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

const marks: readonly [readonly number[], Encoding][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** By the mark at its beginning, or by zeros at every other place, as UTF-16 has them where text is Latin. */
export function encodingByStart(start: Uint8Array): Encoding | null {
  for (const [bytes, encoding] of marks)
    if (bytes.every((byte, index) => start[index] === byte)) return encoding;
  const zeros = [0, 0];
  for (const [index, byte] of start.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  const [even, odd] = zeros as [number, number];
  if (odd > start.length / 8 && even < odd / 10) return 'utf-16le';
  if (even > start.length / 8 && odd < even / 10) return 'utf-16be';
  return null;
}

/** The decoded text in pieces, without its mark. Throws FileRefused at the first byte that cannot be. */
export async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      if (text.includes('\0')) throw new FileRefused('archives.import-not-a-roster');
      yield text;
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new FileRefused('archives.import-encoding', error) : error;
  }
}

/** UTF-8 where all of the text is; else GB18030, the form of most texts that spreadsheets of Chinese systems write. */
export async function guessEncoding(path: string, start: Uint8Array): Promise<Encoding> {
  const marked = encodingByStart(start);
  if (marked !== null) return marked;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      let plausible = true;
      for await (const text of decoded(path, encoding)) plausible &&= isPlausible(text);
      if (plausible) return encoding;
    } catch (error) {
      if (!(error instanceof FileRefused) || error.code !== 'archives.import-encoding') throw error;
    }
  }
  throw new FileRefused('archives.import-encoding');
}

/** Bytes of another encoding mostly decode as well, to characters nobody uses. */
function isPlausible(text: string): boolean {
  return !/\p{Co}{2}|[^\P{Cc}\t\r\n\v\f]/u.test(text);
}
