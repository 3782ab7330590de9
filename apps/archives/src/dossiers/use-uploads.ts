import { useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { uploadTexts } from './upload-texts.ts';
import { useReloadDossier } from './queries.ts';
import { type QueuedUpload, uploadQueue } from './upload-queue.ts';

/** The files of one dossier that are on their way; the dossier is read anew with each one that has arrived. */
export function useUploads(memberId: string): readonly QueuedUpload[] {
  const t = useText(uploadTexts);
  const { message } = App.useApp();
  const reload = useReloadDossier();
  useEffect(
    () =>
      uploadQueue.onFiled((upload) => {
        reload(upload.memberId);
        if (upload.memberId === memberId) void message.success(t('filed', { name: upload.name }));
      }),
    [memberId, message, reload, t],
  );
  const all = useSyncExternalStore(uploadQueue.subscribe, uploadQueue.read);
  return useMemo(() => all.filter((upload) => upload.memberId === memberId), [all, memberId]);
}
