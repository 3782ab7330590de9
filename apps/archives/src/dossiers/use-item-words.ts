import { useText } from '@banyan/ui-kit';
import { useCallback } from 'react';
import { isNational } from './dossier.ts';
import { dossierTexts } from './dossier-texts.ts';

/** What an item is called: of the national list in the reader's language, a local one as its node calls it. */
export function useItemName(): (item: { item: string; name: string }) => string {
  const t = useText(dossierTexts);
  return useCallback(({ item, name }) => (isNational(item) ? t(`item.${item}`) : name), [t]);
}
