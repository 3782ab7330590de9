import { AppLink, fieldErrorText, useLocale, useProblemText, useText } from '@banyan/ui-kit';
import { Alert, Button, Progress } from 'antd';
import type { FileRefusal } from './chosen-file.ts';
import { importTexts } from './import-texts.ts';
import type { UploadState } from './use-upload.ts';

/** What stopped the file, and what to do; the choice itself stays as it was. */
export function UploadNotice({ state, refusal }: { state: UploadState; refusal: FileRefusal | null }) {
  const t = useText(importTexts);
  const locale = useLocale();
  const textOf = useProblemText();
  if (refusal) return <Alert type="error" showIcon title={fieldErrorText(refusal, refusal, locale)} />;
  if (state.kind === 'cancelled') return <Alert type="info" showIcon title={t('uploadCancelled')} />;
  if (state.kind !== 'refused') return null;
  return (
    <Alert
      type="error"
      showIcon
      title={textOf(state.problem)}
      description={
        state.importId && <AppLink to={`/archives/imports/${state.importId}`}>{t('openOther')}</AppLink>
      }
    />
  );
}

export function UploadProgress(props: { name: string; state: UploadState; onCancel: () => void }) {
  const t = useText(importTexts);
  const percent = props.state.kind === 'sending' ? props.state.percent : 0;
  return (
    <div className="imports-progress">
      <p id="imports-uploading">{t('uploading', { name: props.name })}</p>
      <Progress percent={percent} showInfo={false} aria-labelledby="imports-uploading" />
      <p className="by-third" role="status">
        {percent >= 100 ? t('handing') : t('uploaded', { percent })}
      </p>
      <Button onClick={props.onCancel}>{t('cancel')}</Button>
    </div>
  );
}
