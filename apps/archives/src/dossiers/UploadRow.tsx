import { problemOf, useProblemText, useText } from '@banyan/ui-kit';
import { CloseOutlined, PauseOutlined, PlayCircleOutlined, RedoOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { useRef } from 'react';
import { type Dossier, fingerprintOf, formatBytes, type OpenUpload } from './dossier.ts';
import { uploadTexts } from './upload-texts.ts';
import { endUpload, useReloadDossier } from './queries.ts';
import { type QueuedUpload, uploadQueue } from './upload-queue.ts';

/** A file on its way: how far it is, and pause, go on, give up. */
export function UploadRow({ upload }: { upload: QueuedUpload }) {
  const t = useText(uploadTexts);
  const words = useProblemText();
  const { key, name, sent, size, state, problem } = upload;
  const amounts = { sent: formatBytes(sent), size: formatBytes(size) };
  return (
    <li className="dossier-file dossier-upload">
      <span className="dossier-file-name">{name}</span>
      <Progress
        percent={Math.floor((sent / Math.max(1, size)) * 100)}
        size="small"
        status={state === 'failed' ? 'exception' : 'normal'}
        aria-label={t('uploadProgress', { name })}
      />
      <span className="by-third by-nowrap">{t(`upload.${state}`, amounts)}</span>
      <span className="dossier-file-actions">
        {state === 'sending' || state === 'waiting' ? (
          <Button
            size="small"
            type="text"
            icon={<PauseOutlined />}
            aria-label={t('pauseOf', { name })}
            title={t('pause')}
            onClick={() => uploadQueue.pause(key)}
          />
        ) : (
          <Button
            size="small"
            type="text"
            icon={state === 'paused' ? <PlayCircleOutlined /> : <RedoOutlined />}
            aria-label={t('resumeOf', { name })}
            title={t('resume')}
            onClick={() => uploadQueue.resume(key)}
          />
        )}
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('giveUpOf', { name })}
          title={t('giveUp')}
          onClick={() => void uploadQueue.giveUp(key)}
        />
      </span>
      {problem && (
        <p className="dossier-problem" role="alert">
          {words(problem)}
        </p>
      )}
    </li>
  );
}

/** Begun before this page was loaded: a browser reads no file again unless it is chosen again. */
export function OpenUploadRow({ dossier, upload }: { dossier: Dossier; upload: OpenUpload }) {
  const t = useText(uploadTexts);
  const { message } = App.useApp();
  const words = useProblemText();
  const reload = useReloadDossier();
  const input = useRef<HTMLInputElement>(null);
  const giveUp = useMutation({
    mutationFn: () => endUpload(upload.id),
    onSettled: () => reload(dossier.memberId),
    onError: (error) => void message.error(words(problemOf(error))),
  });
  const goOn = (file: File) => {
    if (fingerprintOf(file) === upload.fingerprint)
      uploadQueue.add(dossier.memberId, upload.item, file, upload);
    else void message.error(t('notTheSame', { name: upload.name }));
  };
  const { name } = upload;
  const amounts = { name, sent: formatBytes(upload.received), size: formatBytes(upload.size) };
  return (
    <li className="dossier-file dossier-open-upload">
      <span className="dossier-file-name">{t('unfinished', amounts)}</span>
      <span className="by-actions">
        <input
          ref={input}
          type="file"
          hidden
          aria-hidden
          tabIndex={-1}
          data-upload={upload.id}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) goOn(file);
            event.target.value = '';
          }}
        />
        <Button size="small" aria-label={t('chooseAgainOf', { name })} onClick={() => input.current?.click()}>
          {t('chooseAgain')}
        </Button>
        <Button
          size="small"
          type="text"
          aria-label={t('giveUpOf', { name })}
          loading={giveUp.isPending}
          onClick={() => giveUp.mutate()}
        >
          {t('giveUp')}
        </Button>
      </span>
    </li>
  );
}
