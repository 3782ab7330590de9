import { problemOf, useProblemText, useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useCallback, useRef } from 'react';
import { viewTexts } from './view-texts.ts';

const offeredSeconds = 8;

/** Says what was done and offers to take it back, and then that it was. A refusal is told in words. */
export function useUndo() {
  const t = useText(viewTexts);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const count = useRef(0);
  return useCallback(
    (text: string, undo: () => Promise<unknown>, undone = t('undone')) => {
      count.current += 1;
      const key = `archives.undo.${count.current}`;
      const takeBack = async () => {
        try {
          await undo();
          void message.success({ key, content: undone });
        } catch (error) {
          void message.error({ key, content: problemText(problemOf(error)) });
        }
      };
      void message.open({
        key,
        type: 'success',
        duration: offeredSeconds,
        content: (
          <>
            {text}{' '}
            <button type="button" className="by-link-button archives-undo" onClick={() => void takeBack()}>
              {t('undo')}
            </button>
          </>
        ),
      });
    },
    [message, problemText, t],
  );
}
