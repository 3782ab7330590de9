import { type Problem, problemOf } from '@banyan/ui-kit';
import { useRef, useState } from 'react';
import { newKey } from '../request-key.ts';
import type { Import } from './import.ts';
import { useImportChanged, useReload } from './queries.ts';

/**
 * An act on the whole import: its answer becomes the page, a refusal is told and what is true now is loaded.
 * The key stays until an answer has come, so that a second click after a lost one does nothing twice.
 */
export function useAct(id: string) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = useRef<string>(null);
  const changed = useImportChanged();
  const reload = useReload(id);
  const run = async (act: (key: string) => Promise<Import>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    key.current ??= newKey();
    try {
      changed(await act(key.current));
      key.current = null;
      return true;
    } catch (error) {
      const refused = problemOf(error);
      if (refused.status > 0 && refused.status < 500) key.current = null;
      setProblem(refused);
      await reload('import');
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
