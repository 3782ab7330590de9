import { type ListFace, useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { isPlain, knownFilters, type SavedView } from './saved-view.ts';
import { viewTexts } from './view-texts.ts';

/** Puts a view in place of what the list shows; filters that the list no longer has are passed over, and told. */
export function useOpenView(face: ListFace) {
  const t = useText(viewTexts);
  const { message } = App.useApp();
  return (view: SavedView) => {
    const { filters, ignored } = knownFilters(view, face.filterNames);
    if (ignored.length > 0)
      void message.info(t('ignored', { count: ignored.length, names: ignored.join(', ') }));
    face.show({ view: view.id, filters, sort: view.sort, columns: view.columns });
  };
}

/**
 * The view that the list is at. On arrival the one that the address names is opened, or the person's default where the
 * address says nothing else.
 */
export function useOpenedView(face: ListFace, views: SavedView[] | undefined): SavedView | undefined {
  const t = useText(viewTexts);
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const open = useOpenView(face);
  const arrived = useRef(false);
  const opened = views?.find(({ id }) => id === face.view);
  useEffect(() => {
    if (!views || arrived.current) return;
    arrived.current = true;
    if (face.view !== null && !opened) {
      void message.info(t('gone'));
      face.show({ ...face, view: null });
      return;
    }
    const first = opened ?? (params.has('open') ? undefined : views.find(({ isDefault }) => isDefault));
    if (first && isPlain(face)) open(first);
    else if (first === opened && opened && face.columns === null && opened.columns)
      face.show({ ...face, columns: opened.columns });
  }, [views, opened, face, params, message, open, t]);
  return opened;
}
