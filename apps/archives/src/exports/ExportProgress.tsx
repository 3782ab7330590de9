import { formatNumber, type LocaleId, ProblemNotice, useLocale, useText } from '@banyan/ui-kit';
import { Alert, Progress, Spin } from 'antd';
import { exportTexts } from './export-texts.ts';
import type { ExportState } from './use-export.ts';

/** How far the export is, and how it ended. */
export function ExportProgress({ state }: { state: ExportState }) {
  const t = useText(exportTexts);
  const locale = useLocale();
  switch (state.phase) {
    case 'running':
      return <Running state={state} />;
    case 'done':
      return (
        <Alert
          type="success"
          showIcon
          title={t('done', { total: state.total ?? 0 })}
          description={t('doneFile', { name: state.name, size: sizeText(state.bytes, locale) })}
        />
      );
    case 'cancelled':
      return <Alert type="info" showIcon title={t('cancelled')} />;
    case 'failed':
      return (
        <>
          <Alert type="error" showIcon title={t('failed')} />
          <ProblemNotice error={state.error} />
        </>
      );
    default:
      return null;
  }
}

function Running({ state: { progress } }: { state: Extract<ExportState, { phase: 'running' }> }) {
  const t = useText(exportTexts);
  const locale = useLocale();
  const rows = progress?.rows ?? null;
  const total = progress?.total ?? null;
  const percent = rows === null || !total ? null : Math.min(99, Math.floor((rows / total) * 100));
  const said =
    progress === null || total === null
      ? t('starting')
      : rows === null
        ? t('sizeOf', { size: sizeText(progress.bytes, locale), total })
        : t('rowsOf', { rows: Math.min(rows, total), size: sizeText(progress.bytes, locale), total });
  return (
    <div className="archives-export-running">
      {percent === null ? <Spin /> : <Progress percent={percent} aria-label={t('export')} />}
      <p role="status">{said}</p>
      <p className="by-third">{t('leaveOpen')}</p>
    </div>
  );
}

function sizeText(bytes: number, locale: LocaleId): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1_000), locale)} KB`
    : `${formatNumber(Math.round(bytes / 100_000) / 10, locale)} MB`;
}
