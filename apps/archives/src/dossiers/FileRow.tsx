import { EventTime, problemOf, useProblemText, useText } from '@banyan/ui-kit';
import { DeleteOutlined, DownloadOutlined, FileOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useUndo } from '../views/use-undo.tsx';
import { type DossierFile, formatBytes } from './dossier.ts';
import { dossierTexts } from './dossier-texts.ts';
import { downloadFile, removeFile, restoreFile, useDossierSaved } from './queries.ts';

type Props = { file: DossierFile; mayRemove: boolean; onPreview: (file: DossierFile) => void };

/** A stored file. Its name opens the preview, where there is one, and saves it otherwise. */
export function FileRow({ file, mayRemove, onPreview }: Props) {
  const t = useText(dossierTexts);
  const download = useDownload();
  const remove = useRemoving(file);
  const open = () => (file.preview === null ? download.mutate(file) : onPreview(file));
  return (
    <li className="dossier-file">
      <FileOutlined aria-hidden />
      <button
        type="button"
        className="by-link-button dossier-file-name"
        aria-label={t(file.preview === null ? 'downloadOf' : 'previewOf', { name: file.name })}
        onClick={open}
      >
        {file.name}
      </button>
      <span className="by-third dossier-file-by">
        {formatBytes(file.size)} · {file.createdByName !== null && <>{file.createdByName} · </>}
        <EventTime at={file.createdAt} />
      </span>
      <span className="dossier-file-actions">
        <Button
          size="small"
          type="text"
          icon={<DownloadOutlined />}
          aria-label={t('downloadOf', { name: file.name })}
          title={t('download')}
          loading={download.isPending}
          onClick={() => download.mutate(file)}
        />
        {mayRemove && (
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('removeOf', { name: file.name })}
            title={t('remove')}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          />
        )}
      </span>
    </li>
  );
}

export function useDownload() {
  const { message } = App.useApp();
  const words = useProblemText();
  return useMutation({
    mutationFn: downloadFile,
    onError: (error) => void message.error(words(problemOf(error))),
  });
}

/** Gone at once, with the way back in the notice. */
function useRemoving(file: DossierFile) {
  const t = useText(dossierTexts);
  const { message } = App.useApp();
  const words = useProblemText();
  const saved = useDossierSaved();
  const undo = useUndo();
  return useMutation({
    mutationFn: () => removeFile(file.id),
    onSuccess: (dossier) => {
      saved(dossier);
      undo(
        t('removed', { name: file.name }),
        async () => saved(await restoreFile(file.id)),
        t('restored', { name: file.name }),
      );
    },
    onError: (error) => void message.error(words(problemOf(error))),
  });
}
