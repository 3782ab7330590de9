import { type ListFace, problemOf, useProblemText, useText } from '@banyan/ui-kit';
import {
  DeleteOutlined,
  DownOutlined,
  EditOutlined,
  StarFilled,
  StarOutlined,
  UpOutlined,
} from '@ant-design/icons';
import { App, Button, Modal, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { useViewActs } from './queries.ts';
import { faceOf, moved, type SavedView } from './saved-view.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { useUndo } from './use-undo.tsx';
import { viewTexts } from './view-texts.ts';

type Props = { list: string; views: SavedView[]; face: ListFace; onClose: () => void };

/** Order, names, sharing and the default of the views of a list. */
export function ManageViews({ list, views, face, onClose }: Props) {
  const t = useText(viewTexts);
  const acts = useViewActs(list);
  const undo = useUndo();
  const trying = useTrying();
  const [editing, setEditing] = useState<SavedView | null>(null);
  // As it is by now: after a refusal the next try is on the version that was read since.
  const edited = editing && (views.find(({ id }) => id === editing.id) ?? editing);
  const ids = views.map(({ id }) => id);
  const preferred = views.find(({ isDefault }) => isDefault)?.id ?? null;
  const remove = trying(async (view: SavedView) => {
    await acts.remove(view.id);
    if (face.view === view.id) face.show({ ...faceOf(face), view: null });
    undo(t('removed', { name: view.name }), () => acts.restore(view.id));
  });
  const prefer = trying((_view: SavedView, id: string | null) => acts.prefer(views, id));
  const move = trying((view: SavedView, by: -1 | 1) =>
    acts.prefer(views, preferred, moved(ids, view.id, by)),
  );
  return (
    <Modal open title={t('manageTitle')} footer={null} onCancel={onClose} width={560}>
      {views.length === 0 && <p className="archives-view-hint">{t('manageEmpty')}</p>}
      <ul className="archives-view-rows">
        {views.map((view, index) => (
          <li key={view.id}>
            <div>
              <strong>{view.name}</strong>
              <span>
                {view.organizationName === null
                  ? t('personal')
                  : t('sharedBy', { name: view.organizationName })}
              </span>
            </div>
            <IconButton
              icon={view.isDefault ? <StarFilled /> : <StarOutlined />}
              label={t(view.isDefault ? 'dropDefault' : 'makeDefault', { name: view.name })}
              isPressed={view.isDefault}
              onClick={() => prefer(view, view.isDefault ? null : view.id)}
            />
            <IconButton
              icon={<UpOutlined />}
              label={t('moveUp', { name: view.name })}
              disabled={index === 0}
              onClick={() => move(view, -1)}
            />
            <IconButton
              icon={<DownOutlined />}
              label={t('moveDown', { name: view.name })}
              disabled={index === views.length - 1}
              onClick={() => move(view, 1)}
            />
            {view.abilities.includes('update') && (
              <IconButton
                icon={<EditOutlined />}
                label={t('edit', { name: view.name })}
                onClick={() => setEditing(view)}
              />
            )}
            {view.abilities.includes('remove') && (
              <IconButton
                icon={<DeleteOutlined />}
                label={t('remove', { name: view.name })}
                onClick={() => remove(view)}
              />
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <SaveViewDialog
          view={edited}
          onClose={() => setEditing(null)}
          save={async (given, isDefault) => {
            const view = await acts.correct(edited, given).catch(async (error: unknown) => {
              if (problemOf(error).status === 412) await acts.refresh();
              throw error;
            });
            if (isDefault !== edited.isDefault) await acts.prefer(views, isDefault ? view.id : null);
            return t('corrected', { name: view.name });
          }}
        />
      )}
    </Modal>
  );
}

/** A refusal of what a button does is told in words; the list stays as it is. */
function useTrying() {
  const problemText = useProblemText();
  const { message } = App.useApp();
  return <Arguments extends unknown[]>(act: (...args: Arguments) => Promise<unknown>) =>
    (...args: Arguments): void => {
      act(...args).catch((error: unknown) => void message.error(problemText(problemOf(error))));
    };
}

type ButtonProps = {
  icon: ReactNode;
  label: string;
  disabled?: boolean;
  isPressed?: boolean;
  onClick: () => void;
};

function IconButton({ icon, label, disabled = false, isPressed, onClick }: ButtonProps) {
  return (
    <Tooltip title={label}>
      <Button
        type="text"
        icon={icon}
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        disabled={disabled}
        onClick={onClick}
      />
    </Tooltip>
  );
}
