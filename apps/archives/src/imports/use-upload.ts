import { type Problem, problemOf } from '@banyan/ui-kit';
import { useEffect, useRef, useState } from 'react';
import { newKey } from '../request-key.ts';
import type { Import, ImportMode } from './import.ts';
import { importsPath } from './queries.ts';
import { sendFile } from './send-file.ts';

export type Upload = { file: File; mode: ImportMode; organizationId: string | null };
/** `null` while the way is not known, 100 when everything is sent and the service has not answered yet. */
export type UploadState =
  | { kind: 'idle' }
  | { kind: 'sending'; percent: number }
  | { kind: 'cancelled' }
  | { kind: 'refused'; problem: Problem; importId: string | null };

/** Sends the file with progress; it can be cancelled, and sending the same again begins one import only. */
export function useUpload(onDone: (begun: Import) => void) {
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const controller = useRef<AbortController>(null);
  const last = useRef<{ upload: Upload; key: string }>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const send = async (upload: Upload) => {
    if (!last.current || !isSame(last.current.upload, upload)) last.current = { upload, key: newKey() };
    controller.current = new AbortController();
    setState({ kind: 'sending', percent: 0 });
    try {
      const begun = await sendFile(pathFor(upload), {
        file: upload.file,
        fields: { mode: upload.mode },
        key: last.current.key,
        onProgress: (sent, total) =>
          setState({ kind: 'sending', percent: total > 0 ? Math.floor((sent / total) * 100) : 0 }),
        signal: controller.current.signal,
      });
      onDone(begun as Import);
    } catch (error) {
      setState(isAbort(error) ? { kind: 'cancelled' } : refusalOf(error));
    }
  };
  return { state, send, cancel: () => controller.current?.abort(), reset: () => setState({ kind: 'idle' }) };
}

function pathFor({ organizationId }: Upload): string {
  return organizationId ? `${importsPath}?organizationId=${organizationId}` : importsPath;
}

function isSame(one: Upload, other: Upload): boolean {
  return one.file === other.file && one.mode === other.mode && one.organizationId === other.organizationId;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function refusalOf(error: unknown): UploadState {
  const problem = problemOf(error);
  const { importId } = problem.extensions;
  return { kind: 'refused', problem, importId: typeof importId === 'string' ? importId : null };
}
