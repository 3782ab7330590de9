import { problemOf, useNode, useProblemText, useText, withNode } from '@banyan/ui-kit';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Import } from './import.ts';
import { discardImport, useRosterChanged } from './queries.ts';
import { wizardTexts } from './wizard-texts.ts';

/** Deletes a file that was not written. */
export function DiscardButton({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const textOf = useProblemText();
  const navigate = useNavigate();
  const node = useNode();
  const { modal, message } = App.useApp();
  const changed = useRosterChanged();
  const discard = async () => {
    try {
      await discardImport(shown.id);
      changed();
      void message.success(t('discarded'));
      navigate(withNode('/archives/imports', node));
    } catch (error) {
      void message.error(textOf(problemOf(error)));
    }
  };
  const ask = () =>
    modal.confirm({
      title: t('discardTitle', { name: shown.fileName }),
      content: t('discardHint'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      cancelText: t('keep'),
      onOk: discard,
    });
  return <Button onClick={() => void ask()}>{t('discard')}</Button>;
}
