import { holdsAny, useActor, useText } from '@banyan/ui-kit';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { exportTexts } from './export-texts.ts';

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }));

/** Exports what the list shows, for whoever may. */
export function ExportButton() {
  const t = useText(exportTexts);
  const actor = useActor();
  const [open, setOpen] = useState(false);
  if (!holdsAny(actor, ['archives.member.export'])) return null;
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('export')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ExportDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
