import { EventTime, StateTag, useText } from '@banyan/ui-kit';
import { CheckSquareOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import {
  type Dossier,
  type DossierFile,
  type DossierItem,
  findOpenUpload,
  lookOf,
  stateLooks,
} from './dossier.ts';
import { dossierTexts } from './dossier-texts.ts';
import { FileRow } from './FileRow.tsx';
import { ItemBasis } from './ItemBasis.tsx';
import { OpenUploadRow, UploadRow } from './UploadRow.tsx';
import { type QueuedUpload, uploadQueue } from './upload-queue.ts';
import { useItemName } from './use-item-words.ts';

type Props = {
  dossier: Dossier;
  item: DossierItem;
  uploads: readonly QueuedUpload[];
  onPreview: (file: DossierFile) => void;
  onMark: (item: DossierItem) => void;
};

/** One item: its state and why, its files, what is on its way; files may be dropped on it. */
export function DossierItemRow(props: Props) {
  const t = useText(dossierTexts);
  const { dossier, item, uploads } = props;
  const name = useItemName()(item);
  const look = lookOf(item);
  const mayUpdate = dossier.abilities.includes('update');
  const mayAdd = mayUpdate && item.inForce;
  const add = (files: Iterable<File>) => {
    for (const file of files)
      uploadQueue.add(dossier.memberId, item.item, file, findOpenUpload(dossier.uploads, item.item, file));
  };
  const drop = useDropTarget(mayAdd, add);
  const onTheWay = new Set(uploads.map(({ id }) => id));
  const open = dossier.uploads.filter((one) => one.item === item.item && !onTheWay.has(one.id));
  return (
    <li
      className={drop.isOver ? 'dossier-item dossier-item-over' : 'dossier-item'}
      aria-label={name}
      {...drop.on}
    >
      <div className="dossier-item-head">
        <StateTag {...stateLooks[look]}>{t(`state.${look}`)}</StateTag>
        <div className="dossier-item-name">
          <h3>{name}</h3>
          <ItemBasis item={item} />
        </div>
        {mayAdd && <ItemActions item={item} name={name} add={add} onMark={() => props.onMark(item)} />}
      </div>
      {drop.isOver && (
        <p className="dossier-drop" role="status">
          {t('dropHere', { item: name })}
        </p>
      )}
      {item.mark !== null && (
        <p className="dossier-note">
          {item.note}
          {item.changedAt !== null && (
            <span className="by-third">
              {item.note !== null && ' · '}
              {item.changedByName !== null && <>{item.changedByName} · </>}
              <EventTime at={item.changedAt} />
            </span>
          )}
        </p>
      )}
      {(item.files.length > 0 || uploads.length > 0 || open.length > 0) && (
        <ul className="dossier-files">
          {item.files.map((file) => (
            <FileRow key={file.id} file={file} mayRemove={mayUpdate} onPreview={props.onPreview} />
          ))}
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} />
          ))}
          {mayAdd &&
            open.map((upload) => <OpenUploadRow key={upload.id} dossier={dossier} upload={upload} />)}
        </ul>
      )}
    </li>
  );
}

function ItemActions(props: {
  item: DossierItem;
  name: string;
  add: (files: Iterable<File>) => void;
  onMark: () => void;
}) {
  const t = useText(dossierTexts);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="by-actions">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        data-item={props.item.item}
        onChange={(event) => {
          props.add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button
        size="small"
        icon={<UploadOutlined />}
        aria-label={t('uploadTo', { item: props.name })}
        onClick={() => input.current?.click()}
      >
        {t('upload')}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<CheckSquareOutlined />}
        aria-label={t('markOf', { item: props.name })}
        onClick={props.onMark}
      >
        {t('mark')}
      </Button>
    </div>
  );
}

/** Entering a child leaves the parent: only the balance of both says whether a file is over it. */
function useDropTarget(enabled: boolean, add: (files: Iterable<File>) => void) {
  const [depth, setDepth] = useState(0);
  if (!enabled) return { isOver: false, on: {} };
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    isOver: depth > 0,
    on: {
      onDragEnter: (event: DragEvent) => holdsFiles(event) && setDepth((before) => before + 1),
      onDragLeave: (event: DragEvent) => holdsFiles(event) && setDepth((before) => Math.max(0, before - 1)),
      onDragOver: (event: DragEvent) => holdsFiles(event) && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setDepth(0);
        add([...event.dataTransfer.files]);
      },
    },
  };
}
