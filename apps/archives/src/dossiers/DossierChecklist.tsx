import { useText } from '@banyan/ui-kit';
import { useState } from 'react';
import type { Dossier, DossierFile, DossierItem } from './dossier.ts';
import { formatBytes } from './dossier.ts';
import { DossierItemRow } from './DossierItemRow.tsx';
import { dossierTexts } from './dossier-texts.ts';
import { FilePreview } from './FilePreview.tsx';
import { MarkDialog } from './MarkDialog.tsx';
import { RemovedFiles } from './RemovedFiles.tsx';
import { useUploads } from './use-uploads.ts';

/** The two lists: what the country asks for, and what the nodes above add. */
export function DossierChecklist({ dossier }: { dossier: Dossier }) {
  const t = useText(dossierTexts);
  const uploads = useUploads(dossier.memberId);
  const [shown, setShown] = useState<DossierFile | null>(null);
  const [marking, setMarking] = useState<DossierItem | null>(null);
  const mayUpdate = dossier.abilities.includes('update');
  const lists = (['national', 'local'] as const).map((list) => ({
    list,
    items: dossier.items.filter((item) => item.list === list),
  }));
  return (
    <>
      {mayUpdate && (
        <p className="by-third dossier-hint">
          <span className="dossier-drop-hint">{t('dropHint')}</span>
          {t('limitHint', {
            limit: formatBytes(dossier.limits.fileBytes),
            endings: dossier.limits.endings.join(t('separator')),
          })}
        </p>
      )}
      {lists
        .filter(({ items }) => items.length > 0)
        .map(({ list, items }) => (
          <section key={list} className="by-card dossier-list" aria-label={t(list)}>
            <h2>{t(list)}</h2>
            <ul>
              {items.map((item) => (
                <DossierItemRow
                  key={item.item}
                  dossier={dossier}
                  item={item}
                  uploads={uploads.filter((upload) => upload.item === item.item)}
                  onPreview={setShown}
                  onMark={setMarking}
                />
              ))}
            </ul>
          </section>
        ))}
      {dossier.removed.length > 0 && <RemovedFiles dossier={dossier} />}
      {shown && <FilePreview key={shown.id} file={shown} onClose={() => setShown(null)} />}
      {marking && (
        <MarkDialog
          memberId={dossier.memberId}
          item={dossier.items.find(({ item }) => item === marking.item) ?? marking}
          onClose={() => setMarking(null)}
        />
      )}
    </>
  );
}
