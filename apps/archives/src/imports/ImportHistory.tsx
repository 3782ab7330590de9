import { RelativeTime, useText } from '@banyan/ui-kit';
import type { Import } from './import.ts';
import { importTexts } from './import-texts.ts';

/** Who did what with the file and when. */
export function ImportHistory({ shown }: { shown: Import }) {
  const t = useText(importTexts);
  const acts = [
    { key: 'by', at: shown.createdAt, who: shown.createdBy },
    { key: 'committedBy', at: shown.committedAt, who: shown.committedBy },
    { key: 'undoneBy', at: shown.undoneAt, who: shown.undoneBy },
  ] as const;
  return (
    <ul className="imports-history" aria-label={t('history')}>
      {acts.map(
        ({ key, at, who }) =>
          at && (
            <li key={key}>
              {t(key, { name: who?.name ?? t('somebody') })} · <RelativeTime at={at} />
            </li>
          ),
      )}
    </ul>
  );
}
