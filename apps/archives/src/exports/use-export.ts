import { problemOf } from '@banyan/ui-kit';
import { useEffect, useRef, useState } from 'react';
import { type Progress, receiveExport, save } from './receive-export.ts';

export type ExportState =
  | { phase: 'choosing' }
  | { phase: 'running'; progress: Progress | null }
  | { phase: 'done'; name: string; bytes: number; total: number | null }
  | { phase: 'cancelled' }
  | { phase: 'failed'; error: unknown };

const quietMs = 120;

/** One export at a time: begun, told of as it goes, ended by whoever began it or by leaving. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ phase: 'choosing' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (form: URLSearchParams) => {
    const abort = new AbortController();
    running.current = abort;
    setState({ phase: 'running', progress: null });
    let told = 0;
    const tell = (progress: Progress) => {
      if (performance.now() - told < quietMs) return;
      told = performance.now();
      setState({ phase: 'running', progress });
    };
    try {
      const file = await receiveExport(form, abort.signal, tell);
      if (abort.signal.aborted) return;
      save(file);
      setState({ phase: 'done', name: file.name, bytes: file.content.size, total: file.total });
    } catch (error) {
      setState(abort.signal.aborted ? { phase: 'cancelled' } : { phase: 'failed', error: problemOf(error) });
    }
  };
  return {
    state,
    start: (form: URLSearchParams) => void start(form),
    cancel: () => running.current?.abort(),
    again: () => setState({ phase: 'choosing' }),
  };
}
