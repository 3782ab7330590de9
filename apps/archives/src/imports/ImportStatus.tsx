import { type StateShape, StateTag, type StateTone, useText } from '@banyan/ui-kit';
import type { ImportStatus } from './import.ts';
import { importTexts } from './import-texts.ts';

const looks: Record<ImportStatus, { shape: StateShape; tone: StateTone }> = {
  parsing: { shape: 'ring', tone: 'info' },
  preview: { shape: 'diamond', tone: 'notice' },
  committing: { shape: 'ring', tone: 'info' },
  committed: { shape: 'dot', tone: 'good' },
  undoing: { shape: 'ring', tone: 'info' },
  undone: { shape: 'bar', tone: 'quiet' },
  failed: { shape: 'cross', tone: 'bad' },
};

export function StatusTag({ status }: { status: ImportStatus }) {
  const t = useText(importTexts);
  return <StateTag {...looks[status]}>{t(`status.${status}`)}</StateTag>;
}
