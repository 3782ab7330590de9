import { consoleFetch, Problem } from '@banyan/ui-kit';
import type { DetailedError, Upload } from 'tus-js-client';
import { fingerprintOf, type OpenUpload } from './dossier.ts';

export type QueuedUpload = {
  key: string;
  memberId: string;
  item: string;
  name: string;
  size: number;
  sent: number;
  state: 'waiting' | 'sending' | 'paused' | 'failed';
  problem: Problem | null;
  /** What the service calls it, once it knows it. */
  id: string | null;
};

/** Files on their way, whichever page shows them: a page can be left and they go on. */
export type UploadQueue = {
  subscribe(listener: () => void): () => void;
  read(): readonly QueuedUpload[];
  add(memberId: string, item: string, file: File, open?: OpenUpload): void;
  pause(key: string): void;
  resume(key: string): void;
  giveUp(key: string): Promise<void>;
  /** Told of each file that has been filed. */
  onFiled(listener: (upload: QueuedUpload) => void): () => void;
};

const endpoint = '/api/archives/uploads';
/** Little is lost with a broken line, and no proxy refuses it. */
const chunkSize = 2 * 1024 * 1024;
const atOnce = 2;

type Entry = { shown: QueuedUpload; file: File; url: string | null; upload: Upload | null };

export function createUploadQueue(): UploadQueue {
  let added = 0;
  let entries: readonly Entry[] = [];
  let shown: readonly QueuedUpload[] = [];
  const listeners = new Set<() => void>();
  const filed = new Set<(upload: QueuedUpload) => void>();

  const find = (key: string) => entries.find((entry) => entry.shown.key === key);
  const publish = (next: readonly Entry[]): void => {
    entries = next;
    shown = entries.map((entry) => entry.shown);
    for (const listener of listeners) listener();
  };
  const change = (key: string, to: Partial<QueuedUpload>, rest: Partial<Entry> = {}): void =>
    publish(
      entries.map((entry) =>
        entry.shown.key === key ? { ...entry, ...rest, shown: { ...entry.shown, ...to } } : entry,
      ),
    );
  const drop = (key: string): void => publish(entries.filter((entry) => entry.shown.key !== key));

  const startNext = (): void => {
    const sending = entries.filter((entry) => entry.shown.state === 'sending').length;
    const next = entries
      .filter((entry) => entry.shown.state === 'waiting')
      .slice(0, Math.max(0, atOnce - sending));
    for (const { shown: one } of next) void send(one.key);
  };

  async function send(key: string): Promise<void> {
    change(key, { state: 'sending', problem: null });
    const entry = find(key);
    if (entry === undefined) return;
    if (entry.upload !== null) {
      entry.upload.start();
      return;
    }
    const { Upload: TusUpload } = await import('tus-js-client');
    const { memberId, item, name } = entry.shown;
    const upload = new TusUpload(entry.file, {
      endpoint,
      ...(entry.url === null ? {} : { uploadUrl: entry.url }),
      chunkSize,
      retryDelays: [0, 1_000, 3_000, 5_000, 10_000],
      headers: { 'x-banyan-client': 'console' },
      metadata: { memberId, item, filename: name, fingerprint: fingerprintOf(entry.file) },
      // The service tells which uploads are open; this browser keeps no names of files.
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => change(key, { id: upload.url?.split('/').at(-1) ?? null }),
      onProgress: (sent) => change(key, { sent }),
      onSuccess: () => {
        const done = find(key);
        drop(key);
        if (done !== undefined) for (const listener of filed) listener(done.shown);
        startNext();
      },
      onError: (error) => void fail(key, error),
    });
    change(key, {}, { upload });
    if (find(key)?.shown.state === 'sending') upload.start();
  }

  async function fail(key: string, error: Error | DetailedError): Promise<void> {
    const problem = problemOfUpload(error);
    // The console's own way through an expired session; then the upload goes on.
    if (problem.status === 401 && (await isSignedInAgain())) {
      find(key)?.upload?.start();
      return;
    }
    const isOver = problem.status === 404 || problem.status === 410 || problem.status === 415;
    change(key, { state: 'failed', problem }, isOver ? { upload: null, url: null } : {});
    startNext();
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => shown,
    add: (memberId, item, file, open) => {
      added += 1;
      const key = String(added);
      const one: QueuedUpload = {
        ...{ key, memberId, item, name: file.name, size: file.size },
        sent: open?.received ?? 0,
        state: 'waiting',
        problem: null,
        id: open?.id ?? null,
      };
      const url = open === undefined ? null : `${endpoint}/${open.id}`;
      publish([...entries, { shown: one, file, url, upload: null }]);
      startNext();
    },
    pause: (key) => {
      void find(key)?.upload?.abort();
      change(key, { state: 'paused' });
      startNext();
    },
    resume: (key) => {
      change(key, { state: 'waiting', problem: null });
      startNext();
    },
    giveUp: async (key) => {
      const entry = find(key);
      drop(key);
      await entry?.upload?.abort(true).catch(() => undefined);
      startNext();
    },
    onFiled: (listener) => {
      filed.add(listener);
      return () => filed.delete(listener);
    },
  };
}

function problemOfUpload(error: Error | DetailedError): Problem {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (response === null) return new Problem(0, { code: 'console.network' });
  try {
    return new Problem(response.getStatus(), JSON.parse(response.getBody()) as object);
  } catch {
    return new Problem(response.getStatus(), {});
  }
}

async function isSignedInAgain(): Promise<boolean> {
  try {
    return (await consoleFetch('/api/identity/me')).ok;
  } catch {
    return false;
  }
}

export const uploadQueue = createUploadQueue();
