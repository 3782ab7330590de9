import { ProblemNotice, useText } from '@banyan/ui-kit';
import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type DossierFile, formatBytes } from './dossier.ts';
import { previewTexts } from './preview-texts.ts';
import { useDownload } from './FileRow.tsx';
import { viewFile } from './queries.ts';

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }));

/** A picture or PDF beside the checklist. Nothing of the file runs: pictures are pixels, PDF is drawn on a canvas. */
export function FilePreview({ file, onClose }: { file: DossierFile; onClose: () => void }) {
  const t = useText(previewTexts);
  const download = useDownload();
  const content = useQuery({
    queryKey: ['archives', 'dossier-file', file.id],
    queryFn: ({ signal }) => viewFile(file, signal),
    gcTime: 0,
    staleTime: Infinity,
  });
  return (
    <Drawer
      open
      size={720}
      title={<span className="dossier-preview-title">{file.name}</span>}
      onClose={onClose}
      extra={
        <Button
          icon={<DownloadOutlined />}
          aria-label={t('downloadOf', { name: file.name })}
          loading={download.isPending}
          onClick={() => download.mutate(file)}
        >
          {t('download')}
        </Button>
      }
      className="dossier-preview"
    >
      {/* Scrolled with the keyboard, which needs something to stand on. */}
      <section tabIndex={0} aria-label={t('previewOf', { name: file.name })}>
        {content.error ? (
          <ProblemNotice error={content.error} onRetry={() => void content.refetch()} />
        ) : content.data ? (
          <Suspense fallback={<Waiting />}>
            {file.preview === 'pdf' ? (
              <PdfPages content={content.data} />
            ) : file.preview === 'image' ? (
              <Picture content={content.data} name={file.name} />
            ) : (
              <p>{t('cannotPreview')}</p>
            )}
          </Suspense>
        ) : (
          <Waiting />
        )}
        <p className="by-third dossier-hash">
          {formatBytes(file.size)} · SHA-256 {file.sha256}
          {file.scanState === 'not-scanned' && ` · ${t('notScanned')}`}
        </p>
      </section>
    </Drawer>
  );
}

function Picture({ content, name }: { content: Blob; name: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return <img src={url} alt={name} className="dossier-picture" />;
}

function Waiting() {
  const t = useText(previewTexts);
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton active paragraph={{ rows: 10 }} />
    </div>
  );
}
