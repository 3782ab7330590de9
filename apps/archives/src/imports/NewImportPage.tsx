import {
  AppLink,
  OrganizationSelect,
  PageHeader,
  useNode,
  useOrganizations,
  useText,
  withNode,
} from '@banyan/ui-kit';
import { DownloadOutlined, LeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import '../archives.css';
import './imports.css';
import './new-import.css';
import { type FileRefusal, refusalOf } from './chosen-file.ts';
import { DropZone } from './DropZone.tsx';
import type { ImportMode } from './import.ts';
import { ModeChoice } from './ModeChoice.tsx';
import { importTexts } from './import-texts.ts';
import { importsPath, useImportChanged } from './queries.ts';
import { UploadNotice, UploadProgress } from './UploadNotice.tsx';
import { useDownload } from './use-download.ts';
import { useUpload } from './use-upload.ts';

/** A file, whose people it names, and what to do with them. A refusal keeps all three. */
export function NewImportPage() {
  const t = useText(importTexts);
  const node = useNode();
  const navigate = useNavigate();
  const changed = useImportChanged();
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<FileRefusal | null>(null);
  const [mode, setMode] = useState<ImportMode>('both');
  const organization = useOrganizationChoice();
  const upload = useUpload((begun) => {
    changed(begun);
    navigate(withNode(`/archives/imports/${begun.id}?step=columns`, node), { replace: true });
  });
  const sending = upload.state.kind === 'sending';
  const choose = (chosen: File) => {
    setFile(chosen);
    setRefusal(refusalOf(chosen));
    upload.reset();
  };
  return (
    <>
      <AppLink to="/archives/imports" className="archives-back">
        <LeftOutlined aria-hidden /> {t('back')}
      </AppLink>
      <PageHeader title={t('newTitle')} />
      <section className="by-card imports-new">
        <DropZone
          file={file}
          disabled={sending}
          invalid={refusal !== null || upload.state.kind === 'refused'}
          onChoose={choose}
        />
        <UploadNotice state={upload.state} refusal={refusal} />
        {organization.isAsked && (
          <div className="imports-field">
            <label htmlFor="imports-organization">{t('organization')}</label>
            <OrganizationSelect
              id="imports-organization"
              value={organization.id}
              onChange={organization.choose}
              ariaLabel={t('organization')}
              allowClear={false}
            />
            <p className="by-third">{t('organizationHint')}</p>
          </div>
        )}
        <ModeChoice mode={mode} disabled={sending} onChange={setMode} />
        <Template organizationId={organization.id} />
        {sending && file ? (
          <UploadProgress name={file.name} state={upload.state} onCancel={upload.cancel} />
        ) : (
          <div className="imports-send">
            <Button
              type="primary"
              disabled={!file || refusal !== null}
              onClick={() => file && void upload.send({ file, mode, organizationId: organization.id })}
            >
              {t('upload')}
            </Button>
            <span className="by-third">{t('uploadHint')}</span>
          </div>
        )}
      </section>
    </>
  );
}

/** Whoever holds one organization is not asked; "see as this node" is a first choice. */
function useOrganizationChoice() {
  const { tree } = useOrganizations();
  const node = useNode();
  const [chosen, choose] = useState<string | null>(null);
  const roots = tree?.childrenOf.get(null) ?? [];
  const only = roots.length === 1 ? (roots[0]?.id ?? null) : null;
  return { id: chosen ?? node ?? only, choose, isAsked: (tree?.items.length ?? 0) > 1 };
}

function Template({ organizationId }: { organizationId: string | null }) {
  const t = useText(importTexts);
  const { busy, download } = useDownload();
  const query = organizationId ? `?organizationId=${organizationId}` : '';
  return (
    <p className="imports-template">
      <Button
        icon={<DownloadOutlined />}
        loading={busy !== null}
        onClick={() => void download(`${importsPath}/template.xlsx${query}`, 'template.xlsx')}
      >
        {t('template')}
      </Button>
      <span className="by-third">{t('templateHint')}</span>
    </p>
  );
}
