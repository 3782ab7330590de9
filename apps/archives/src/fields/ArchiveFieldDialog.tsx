import { problemOf, useLocale, useProblemText, useText } from '@banyan/ui-kit';
import { App, Modal, Spin } from 'antd';
import { useState } from 'react';
import { useUndo } from '../views/use-undo.tsx';
import { type CustomField, labelOf } from './custom-field.ts';
import { fieldTexts } from './field-texts.ts';
import { archiveField, restoreField, useFieldUsage } from './queries.ts';

type Props = { field: CustomField; onSaved: () => void; onClose: () => void };

/** Says how many records carry a value before a field goes out of use. */
export function ArchiveFieldDialog({ field, onSaved, onClose }: Props) {
  const t = useText(fieldTexts);
  const name = labelOf(field, useLocale());
  const usage = useFieldUsage(field.id);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const undo = useUndo();
  const [busy, setBusy] = useState(false);
  const archive = async () => {
    setBusy(true);
    try {
      await archiveField(field.id);
      onSaved();
      undo(t('archived', { name }), async () => {
        await restoreField(field.id);
        onSaved();
      });
      onClose();
    } catch (error) {
      void message.error(problemText(problemOf(error)));
      setBusy(false);
    }
  };
  const count = usage.data?.records;
  return (
    <Modal
      open
      title={t('archiveTitle', { name })}
      okText={t('archive')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void archive()}
      onCancel={onClose}
    >
      <div role="status">
        {usage.isPending && (
          <>
            <Spin size="small" /> {t('archiveCounting')}
          </>
        )}
        {usage.isError && t('archiveCountFailed')}
        {count !== undefined && (count > 0 ? t('archiveUsed', { count }) : t('archiveUnused'))}
      </div>
    </Modal>
  );
}
