import { useText } from '@banyan/ui-kit';
import { App, Button } from 'antd';
import type { Import } from './import.ts';
import { undoImport } from './queries.ts';
import { RefusedAct } from './RefusedAct.tsx';
import { useAct } from './use-act.ts';
import { wizardTexts } from './wizard-texts.ts';

/** Takes the whole import back after a question; when something depends on it, the reason stands on the page. */
export function UndoButton({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const { modal } = App.useApp();
  const act = useAct(shown.id);
  const ask = () =>
    modal.confirm({
      title: t('undoTitle'),
      content: (
        <>
          <p>{t('undoHint', { added: shown.added, updated: shown.updated })}</p>
          <p>{t('undoFree')}</p>
        </>
      ),
      okText: t('undo'),
      okButtonProps: { danger: true },
      cancelText: t('keep'),
      onOk: async () => {
        await act.run((key) => undoImport(shown.id, key));
      },
    });
  return (
    <>
      {shown.abilities.includes('undo') && (
        <Button danger loading={act.busy} onClick={() => void ask()}>
          {t('undo')}
        </Button>
      )}
      <RefusedAct problem={act.problem} />
    </>
  );
}
