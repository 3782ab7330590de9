import { useText } from '@banyan/ui-kit';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton } from 'antd';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { previewTexts } from './preview-texts.ts';

/** Where the build puts the worker, decoders of scans and tables of Chinese characters. */
const parts = new URL('static/pdf/', new URL(__webpack_public_path__, location.href)).href;

/**
 * Draws a PDF page by page. The reader of the format works in a worker without a page to reach into, scripts and forms
 * of the file are left aside, and the content security policy forbids making code out of text.
 */
export function PdfPages({ content }: { content: Blob }) {
  const t = useText(previewTexts);
  const { document: pdf, failed } = usePdf(content);
  const [page, setPage] = useState(1);
  if (failed) return <Alert type="warning" showIcon title={t('pdfBroken')} role="alert" />;
  if (pdf === null) return <Skeleton active paragraph={{ rows: 10 }} />;
  return (
    <>
      {pdf.numPages > 1 && (
        <nav className="dossier-pages" aria-label={t('page', { page, total: pdf.numPages })}>
          <Button
            size="small"
            icon={<LeftOutlined />}
            aria-label={t('previousPage')}
            disabled={page <= 1}
            onClick={() => setPage(page - 1)}
          />
          <span role="status">{t('page', { page, total: pdf.numPages })}</span>
          <Button
            size="small"
            icon={<RightOutlined />}
            aria-label={t('nextPage')}
            disabled={page >= pdf.numPages}
            onClick={() => setPage(page + 1)}
          />
        </nav>
      )}
      <PdfPage pdf={pdf} page={page} />
    </>
  );
}

function usePdf(content: Blob): { document: PDFDocumentProxy | null; failed: boolean } {
  const [state, setState] = useState<{ document: PDFDocumentProxy | null; failed: boolean }>({
    document: null,
    failed: false,
  });
  useEffect(() => {
    let isOver = false;
    const port = new Worker(`${parts}worker.js`, { type: 'module' });
    const worker = PDFWorker.create({ port });
    const open = async () => {
      const data = new Uint8Array(await content.arrayBuffer());
      const task = getDocument({
        data,
        worker,
        cMapUrl: parts,
        wasmUrl: parts,
        enableXfa: false,
        useWasm: false,
        stopAtErrors: false,
        verbosity: 0,
      });
      const document = await task.promise;
      if (!isOver) setState({ document, failed: false });
    };
    open().catch(() => !isOver && setState({ document: null, failed: true }));
    return () => {
      isOver = true;
      worker.destroy();
      port.terminate();
    };
  }, [content]);
  return state;
}

function PdfPage({ pdf, page }: { pdf: PDFDocumentProxy; page: number }) {
  const t = useText(previewTexts);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let cancel = () => {};
    const draw = async () => {
      const found = await pdf.getPage(page);
      const target = canvas.current;
      if (target === null) return;
      const width = (target.parentElement?.clientWidth ?? 640) * Math.min(2, window.devicePixelRatio);
      const viewport = found.getViewport({ scale: width / found.getViewport({ scale: 1 }).width });
      target.width = viewport.width;
      target.height = viewport.height;
      const task = found.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      await task.promise;
      target.dataset['drawn'] = String(page);
    };
    draw().catch(() => undefined);
    return () => cancel();
  }, [pdf, page]);
  return (
    <canvas
      ref={canvas}
      className="dossier-page"
      role="img"
      aria-label={t('page', { page, total: pdf.numPages })}
    />
  );
}
