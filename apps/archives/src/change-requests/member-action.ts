import { type RecordAction, useText } from '@banyan/ui-kit';
import { useSearchParams } from 'react-router';
import { changeRequestTexts } from './change-request-texts.ts';

/** The form's place in the URL, and the action of a record that opens it. */
export function useProposing(memberId: string) {
  const t = useText(changeRequestTexts);
  const [params, setParams] = useSearchParams();
  const set = (value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set('propose', value);
      else after.delete('propose');
      return after;
    });
  const action: RecordAction = {
    key: 'propose',
    label: t('propose'),
    ability: 'propose',
    primary: true,
    onClick: () => set(memberId),
  };
  return { isOpen: params.get('propose') === memberId, close: () => set(null), action };
}
