import { consoleFetch } from '@banyan/ui-kit';

export type Progress = {
  bytes: number;
  /** Lines that have come, of a text file. */
  rows: number | null;
  /** How many people there will be, once the service has said so. */
  total: number | null;
};
export type Received = { content: Blob; name: string; total: number | null };

/**
 * Fetches a file as it is made and tells how far it is. Throws when it breaks off: half a file is none. Asked for in a
 * form, so that filters and reason stand in no address.
 */
export async function receiveExport(
  form: URLSearchParams,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Received> {
  const { href } = new URL('/api/archives/members/export', location.origin);
  const answer = await consoleFetch(href, { method: 'POST', body: form, signal });
  const total = numberOf(answer.headers.get('x-export-rows'));
  const isText = form.get('format') === 'csv';
  const progress: Progress = { bytes: 0, rows: isText ? 0 : null, total };
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      progress.bytes += chunk.byteLength;
      if (progress.rows !== null) progress.rows += linesOf(chunk);
      onProgress({ ...progress });
      controller.enqueue(chunk);
    },
  });
  const content = await new Response(answer.body?.pipeThrough(counted) ?? null).blob();
  const type = answer.headers.get('content-type') ?? '';
  return { content: new Blob([content], { type }), name: nameOf(answer), total };
}

export function save({ content, name }: Received): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

const lineEnd = 10;

function linesOf(chunk: Uint8Array): number {
  let count = 0;
  for (const byte of chunk) if (byte === lineEnd) count += 1;
  return count;
}

function numberOf(header: string | null): number | null {
  return header === null ? null : Number(header);
}

function nameOf(answer: Response): string {
  const disposition = answer.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : 'members';
}
