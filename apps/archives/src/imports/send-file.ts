import { consoleFetch, Problem, problemFromResponse } from '@banyan/ui-kit';

export type Sending = {
  file: File;
  fields: Record<string, string>;
  /** A repeated request with the same key starts one import only. */
  key: string;
  onProgress: (sent: number, total: number) => void;
  signal: AbortSignal;
};

/** Sends a file as `multipart/form-data`. XMLHttpRequest, since `fetch` tells nothing of what is sent so far. */
export async function sendFile(path: string, sending: Sending): Promise<unknown> {
  const first = await attempt(path, sending);
  const answer = first.status === 401 ? await afterSignIn(path, sending) : first;
  if (answer.ok) return await answer.json();
  throw await problemFromResponse(answer);
}

/** The session has ended: any read asks for the new sign-in, then the file goes out again. */
async function afterSignIn(path: string, sending: Sending): Promise<Response> {
  await consoleFetch(`${location.origin}/api/identity/me`, { signal: sending.signal });
  return attempt(path, sending);
}

function attempt(path: string, { file, fields, key, onProgress, signal }: Sending): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('x-banyan-client', 'console');
    request.setRequestHeader('idempotency-key', key);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(new Problem(0, { code: 'console.network' }));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file, file.name);
    request.send(form);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  const retryAfter = request.getResponseHeader('retry-after');
  if (retryAfter) headers.set('retry-after', retryAfter);
  return new Response(request.responseText || null, { status: request.status, headers });
}
