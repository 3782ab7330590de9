import { useText } from '@banyan/ui-kit';
import { FileExcelOutlined, InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useId, useRef, useState } from 'react';
import { acceptedTypes, sizeText } from './chosen-file.ts';
import { importTexts } from './import-texts.ts';

type Props = { file: File | null; disabled: boolean; invalid: boolean; onChoose: (file: File) => void };

/** Chooses one file: by the dialog of the browser, or dropped. Choosing nothing keeps what was chosen. */
export function DropZone({ file, disabled, invalid, onChoose }: Props) {
  const t = useText(importTexts);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const drop = useDrop(disabled, onChoose);
  const state = drop.over ? ' imports-drop-over' : invalid ? ' imports-drop-invalid' : '';
  return (
    <div className={`imports-drop${state}`} {...drop.handlers}>
      <label htmlFor={id} className="by-hidden">
        {t('fileLabel')}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        className="by-hidden"
        tabIndex={-1}
        accept={acceptedTypes}
        disabled={disabled}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) onChoose(chosen);
          // The same file can be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      {file ? <FileExcelOutlined aria-hidden /> : <InboxOutlined aria-hidden />}
      <div>
        {file ? (
          <p>
            <strong className="imports-file-name">{file.name}</strong>{' '}
            <span className="by-third">{sizeText(file.size)}</span>
          </p>
        ) : (
          <p className="imports-drop-here">{t(drop.over ? 'dropNow' : 'dropHere')}</p>
        )}
        <Button disabled={disabled} onClick={() => input.current?.click()}>
          {t(file ? 'chooseOther' : 'choose')}
        </Button>
      </div>
      <p className="by-third imports-drop-hint">{t('dropHint')}</p>
    </div>
  );
}

function useDrop(disabled: boolean, onChoose: (file: File) => void) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(!disabled);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) onChoose(file);
  };
  return {
    over,
    handlers: { onDragEnter: drag, onDragOver: drag, onDragLeave: () => setOver(false), onDrop: drop },
  };
}
