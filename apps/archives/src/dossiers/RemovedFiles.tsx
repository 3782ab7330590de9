import { problemOf, useProblemText, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { Dossier, DossierFile } from './dossier.ts';
import { dossierTexts } from './dossier-texts.ts';
import { restoreFile, useDossierSaved } from './queries.ts';

/** What was taken out and can still be brought back. */
export function RemovedFiles({ dossier }: { dossier: Dossier }) {
  const t = useText(dossierTexts);
  return (
    <section className="by-card dossier-list" aria-label={t('removedFiles')}>
      <h2>{t('removedFiles')}</h2>
      <ul className="dossier-files dossier-removed">
        {dossier.removed.map((file) => (
          <RemovedRow key={file.id} file={file} mayRestore={dossier.abilities.includes('update')} />
        ))}
      </ul>
    </section>
  );
}

function RemovedRow({ file, mayRestore }: { file: DossierFile; mayRestore: boolean }) {
  const t = useText(dossierTexts);
  const { message } = App.useApp();
  const words = useProblemText();
  const saved = useDossierSaved();
  const restore = useMutation({
    mutationFn: () => restoreFile(file.id),
    onSuccess: (dossier) => {
      saved(dossier);
      void message.success(t('restored', { name: file.name }));
    },
    onError: (error) => void message.error(words(problemOf(error))),
  });
  return (
    <li className="dossier-file">
      <span className="dossier-file-name">{file.name}</span>
      <span className="by-third">
        {t('restorableUntil', { date: file.restorableUntil?.slice(0, 10) ?? '' })}
      </span>
      {mayRestore && (
        <Button
          size="small"
          aria-label={t('restoreOf', { name: file.name })}
          loading={restore.isPending}
          onClick={() => restore.mutate()}
        >
          {t('restore')}
        </Button>
      )}
    </li>
  );
}
