import { type ListFace, problemOf, useNode, useProblemText, useText } from '@banyan/ui-kit';
import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import './views.css';
import { useViewActs, useViews } from './queries.ts';
import { differs, faceOf, type SavedView } from './saved-view.ts';
import { useOpenedView, useOpenView } from './use-opened-view.ts';
import { useUndo } from './use-undo.tsx';
import { viewMenu } from './view-menu.ts';
import { viewTexts } from './view-texts.ts';

// The list comes first: dialogs are fetched when somebody asks for one.
const SaveViewDialog = lazy(async () => ({ default: (await import('./SaveViewDialog.tsx')).SaveViewDialog }));
const ManageViews = lazy(async () => ({ default: (await import('./ManageViews.tsx')).ManageViews }));

type Props = {
  /** Names the list whose views these are. */
  list: string;
  /** What the list is called without a view. */
  all: string;
  face: ListFace;
};

/** Which view a list is at, whether it was changed since, and all that can be done about it. */
export function ViewSwitcher({ list, all, face }: Props) {
  const t = useText(viewTexts);
  const node = useNode();
  const views = useViews(list, node);
  const acts = useViewActs(list);
  const opened = useOpenedView(face, views.data?.items);
  const open = useOpenView(face);
  const overwrite = useOverwrite(list, face);
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const items = views.data?.items ?? [];
  const isChanged = opened !== undefined && differs(face, opened);
  const maySave = isChanged && opened.abilities.includes('update');
  const name = opened?.name ?? all;
  const act = (key: string) => {
    if (key === 'all') face.show({ view: null, filters: {}, sort: null, columns: face.columns });
    else if (key === 'save-as') setDialog('save');
    else if (key === 'manage') setDialog('manage');
    else if (key === 'save' && opened) void overwrite(opened);
    else if (key === 'revert' && opened) open(opened);
    else {
      const view = items.find(({ id }) => id === key);
      if (view) open(view);
    }
  };
  return (
    <div className="archives-views">
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: viewMenu({ views: items, all, t, opened, isChanged }),
          selectedKeys: [opened?.id ?? 'all'],
          onClick: ({ key }) => act(key),
        }}
      >
        <Button aria-label={`${t('views', { name })}${isChanged ? ` (${t('changed')})` : ''}`}>
          <span className="archives-view-name">{name}</span>
          {isChanged && <span className="archives-view-changed">{t('changed')}</span>}
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {maySave && (
        <Button type="text" onClick={() => void overwrite(opened)}>
          {t('save')}
        </Button>
      )}
      <Suspense>
        {dialog === 'save' && (
          <SaveViewDialog
            onClose={() => setDialog(null)}
            save={async (given, isDefault) => {
              const view = await acts.create({ ...given, ...faceOf(face) });
              if (isDefault) await acts.prefer(items, view.id);
              face.show({ ...faceOf(face), view: view.id });
              return t('created', { name: view.name });
            }}
          />
        )}
        {dialog === 'manage' && (
          <ManageViews list={list} views={items} face={face} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </div>
  );
}

/** Saves what the list shows now into a view, and offers to take it back. */
function useOverwrite(list: string, face: ListFace) {
  const t = useText(viewTexts);
  const problemText = useProblemText();
  const acts = useViewActs(list);
  const undo = useUndo();
  const { message } = App.useApp();
  return async (view: SavedView) => {
    try {
      const saved = await acts.overwrite(view, faceOf(face));
      undo(t('saved', { name: view.name }), () => acts.overwrite(saved, view));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 412) await acts.refresh();
      void message.error(problem.status === 412 ? t('conflict') : problemText(problem));
    }
  };
}
