import { CloseOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { createContext, type ReactNode, use, useEffect, useRef } from 'react';
import { useText } from '../locale.tsx';
import { AppLink } from '../node.tsx';
import { kitTexts } from '../texts.ts';
import { useFocusBack } from '../use-focus-back.ts';

type Place = { kind: 'page' } | { kind: 'panel'; close: ReactNode };

const PlaceContext = createContext<Place>({ kind: 'page' });

/** Whether a record is drawn beside its list or as a page of its own. */
export function useRecordPlace(): Place {
  return use(PlaceContext);
}

/** The record beside its list; Escape closes it, the list stays usable. */
export function RecordPanel(props: {
  fullPath: string | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useText(kitTexts);
  const panel = useRef<HTMLElement>(null);
  useFocusBack();
  useEffect(() => {
    panel.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const close = (
    <span className="by-panel-tools">
      {props.fullPath && <AppLink to={props.fullPath}>{t('openFull')}</AppLink>}
      <Tooltip title={t('close')}>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('close')}
          onClick={props.onClose}
        />
      </Tooltip>
    </span>
  );
  return (
    <aside
      ref={panel}
      className="by-card by-panel"
      onKeyDown={(event) => {
        // React hands on what is pressed in dialogs that the record has opened.
        const isHere = event.currentTarget.contains(event.target as Node);
        if (event.key === 'Escape' && isHere && !event.defaultPrevented) props.onClose();
      }}
    >
      <PlaceContext value={{ kind: 'panel', close }}>{props.children}</PlaceContext>
    </aside>
  );
}
