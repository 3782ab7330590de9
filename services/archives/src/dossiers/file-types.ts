import { fileTypeFromStream } from 'file-type';
import { Readable } from 'node:stream';
import { AppError } from '@banyan/service-kit/error';

export const maxFileBytes = 50 * 1024 * 1024;
/** Proxies on the way let requests of this size through. */
export const maxChunkBytes = 8 * 1024 * 1024;

interface FileKind {
  readonly mediaType: string;
  readonly endings: readonly string[];
  readonly preview: 'image' | 'pdf' | null;
}

/** Scans and documents of an office: nothing that runs by itself, and no archives, which hide what they hold. */
const kinds: readonly FileKind[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], preview: 'pdf' },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], preview: 'image' },
  { mediaType: 'image/png', endings: ['png'], preview: 'image' },
  { mediaType: 'image/webp', endings: ['webp'], preview: 'image' },
  // Photographs of phones; browsers other than Safari cannot show them.
  { mediaType: 'image/heic', endings: ['heic', 'heif'], preview: null },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    preview: null,
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    preview: null,
  },
  { mediaType: 'application/msword', endings: ['doc', 'wps'], preview: null },
  { mediaType: 'application/vnd.ms-excel', endings: ['xls', 'et'], preview: null },
];

export const allowedEndings = kinds.flatMap(({ endings }) => endings);

export function previewOf(mediaType: string): 'image' | 'pdf' | null {
  return kinds.find((kind) => kind.mediaType === mediaType)?.preview ?? null;
}

export function endingOf(name: string): string | null {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** Refuses by the name alone what content could only confirm, before anything of it is sent. */
export function checkName(name: string): void {
  const ending = endingOf(name);
  if (ending !== null && !allowedEndings.includes(ending)) throw refusedType(ending);
}

/** The media type by content. Throws for what is not let in, and for a name that promises something else. */
export async function checkContent(open: () => Promise<Readable>, name: string): Promise<string> {
  const found = await sniff(open);
  const kind = kinds.find(({ mediaType }) => mediaType === found.mediaType);
  if (kind === undefined) throw refusedType(found.ending);
  const ending = endingOf(name);
  if (ending !== null && !kind.endings.includes(ending))
    throw new AppError(
      'unsupported',
      'file.name-mismatch',
      `The file is called .${ending}, but holds .${kind.endings[0]}.`,
      {
        detail: `Call it .${kind.endings[0]} if that is what it is, or choose the right file.`,
        extensions: { named: ending, found: kind.endings[0] },
      },
    );
  return kind.mediaType;
}

async function sniff(open: () => Promise<Readable>): Promise<{ mediaType: string; ending: string | null }> {
  const stream = await open();
  const type = await fileTypeFromStream(Readable.toWeb(stream) as ReadableStream<Uint8Array>).finally(() =>
    stream.destroy(),
  );
  if (type === undefined) return { mediaType: 'unknown', ending: null };
  // Old Office: Word, Excel and much else share one container, and only its directory says which.
  if (type.mime === 'application/x-cfb') return compound(open);
  return { mediaType: type.mime, ending: type.ext };
}

const directoryEntries: readonly (readonly [string, string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
];

async function compound(
  open: () => Promise<Readable>,
): Promise<{ mediaType: string; ending: string | null }> {
  const wanted = directoryEntries.map(([name, mediaType]) => ({
    bytes: Buffer.from(name, 'utf16le'),
    mediaType,
  }));
  let tail = Buffer.alloc(0);
  for await (const chunk of await open()) {
    const window = Buffer.concat([tail, chunk as Buffer]);
    const hit = wanted.find(({ bytes }) => window.includes(bytes));
    if (hit !== undefined) return { mediaType: hit.mediaType, ending: null };
    tail = window.subarray(-64);
  }
  return { mediaType: 'application/x-cfb', ending: 'cfb' };
}

function refusedType(found: string | null): AppError {
  const what = found === null ? 'of an unknown kind' : `.${found}`;
  return new AppError('unsupported', 'file.type-refused', `Files ${what} are not kept in a dossier.`, {
    detail: `Send one of ${allowedEndings.join(', ')}.`,
    errors: [{ field: 'file', code: 'file.type-refused', message: `Found ${what}.` }],
    extensions: { found, allowed: allowedEndings },
  });
}

export function emptyFile(): AppError {
  return new AppError('invalid', 'file.empty', 'The file is empty.', {
    detail: 'Look at it on your own machine, and send it again once something is in it.',
  });
}

export function fileTooLarge(): AppError {
  const limit = `${maxFileBytes / 1024 / 1024} MiB`;
  return new AppError('too-large', 'file.too-large', `The file is larger than ${limit}.`, {
    detail: 'Scan it at a lower resolution, or send it in parts.',
    errors: [{ field: 'file', code: 'too_big', message: `At most ${limit}.` }],
  });
}
