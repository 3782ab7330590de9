import { FileRefused } from './file-refused.ts';
import { cellLimit, stringBytesLimit, stringsLimit } from './raw-row.ts';

const pageBytes = 1024 * 1024;
const placesAtOnce = 65_536;

/** The texts that cells of a workbook share, as bytes: as strings of their own a million take three times as much. */
export class SharedStrings {
  readonly #pages: Buffer[] = [];
  /** Page, place in it and length of each, three numbers in turn. */
  readonly #places: Uint32Array[] = [];
  #free = 0;
  #count = 0;

  /** Throws FileRefused beyond what a workbook of people holds. */
  add(text: string): void {
    if (text.length > cellLimit) throw new FileRefused('archives.import-cell-too-long');
    const length = Buffer.byteLength(text);
    if (length > this.#free) {
      if ((this.#pages.length + 1) * pageBytes > stringBytesLimit)
        throw new FileRefused('archives.import-too-many-texts');
      this.#pages.push(Buffer.allocUnsafeSlow(pageBytes));
      this.#free = pageBytes;
    }
    if (this.#count === stringsLimit) throw new FileRefused('archives.import-too-many-texts');
    const at = (this.#count % placesAtOnce) * 3;
    if (at === 0) this.#places.push(new Uint32Array(placesAtOnce * 3));
    const start = pageBytes - this.#free;
    this.#pages.at(-1)?.write(text, start);
    this.#places.at(-1)?.set([this.#pages.length - 1, start, length], at);
    this.#free -= length;
    this.#count += 1;
  }

  /** Empty where there is none. */
  at(index: number): string {
    if (!(Number.isInteger(index) && index >= 0 && index < this.#count)) return '';
    const places = this.#places[Math.floor(index / placesAtOnce)] as Uint32Array;
    const at = (index % placesAtOnce) * 3;
    const [page = 0, start = 0, length = 0] = places.subarray(at, at + 3);
    return this.#pages[page]?.toString('utf8', start, start + length) ?? '';
  }
}
