import { SearchOutlined } from '@ant-design/icons';
import { useNode, useText, withNode } from '@banyan/ui-kit';
import { Modal } from 'antd';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { shellTexts } from '../texts.ts';
import { type Hit, type HitGroup, useHits } from './use-hits.ts';

/** Find anything and go there without the mouse. */
export function CommandPalette(props: { onClose: () => void }) {
  const t = useText(shellTexts);
  const [typed, setTyped] = useState('');
  const text = useRested(useDeferredValue(typed.trim()));
  const { groups, searching } = useHits(text);
  const hits = groups.flatMap((group) => group.hits);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, hits.length - 1));
  const go = useGo(props.onClose);
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && hits.length > 0) {
      event.preventDefault();
      setChosen((at + move + hits.length) % hits.length);
    }
    const hit = hits[at];
    if (event.key === 'Enter' && hit) go(hit);
  };
  return (
    <Modal
      open
      title={t('search')}
      onCancel={props.onClose}
      footer={null}
      closable={false}
      width={600}
      style={{ top: 80 }}
      className="sh-palette"
    >
      <div className="sh-palette-input">
        <SearchOutlined />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-hits"
          aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
          aria-label={t('searchHint')}
          placeholder={t('searchHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={keys}
        />
      </div>
      <Hits label={t('search')} groups={groups} chosen={at} onGo={go} />
      {hits.length === 0 && (
        <p className="sh-palette-none" role="status">
          {searching ? t('paletteSearching') : t('paletteNothing')}
        </p>
      )}
    </Modal>
  );
}

function Hits(props: { label: string; groups: HitGroup[]; chosen: number; onGo: (hit: Hit) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [props.chosen]);
  let index = -1;
  return (
    <div id="palette-hits" role="listbox" aria-label={props.label} className="sh-palette-hits" ref={list}>
      {props.groups.map((group) => (
        <div key={group.id} role="group" aria-label={group.label}>
          <div className="sh-palette-group" aria-hidden="true">
            {group.label}
          </div>
          {group.note && <div className="sh-palette-note">{group.note}</div>}
          {group.hits.map((hit) => {
            index += 1;
            return (
              <div
                key={hit.id}
                id={`hit-${index}`}
                role="option"
                aria-selected={index === props.chosen}
                className="sh-palette-hit"
                onClick={() => props.onGo(hit)}
              >
                <span>{hit.title}</span>
                {hit.note && <span className="by-third">{hit.note}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function useGo(onClose: () => void) {
  const navigate = useNavigate();
  const node = useNode();
  return (hit: Hit) => {
    onClose();
    navigate(hit.id.startsWith('organization:') ? hit.to : withNode(hit.to, node));
  };
}

const restMs = 200;

/** What was typed once typing rests: records are asked for over the network. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setRested, restMs, text);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
