import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select, Tag } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../locale.tsx';
import { OrganizationSelect } from '../organization/OrganizationSelect.tsx';
import { kitTexts } from '../texts.ts';
import type { ListState } from './list-query.ts';

export type ListFilter =
  | { kind: 'search'; name: string; label: string; width?: number }
  | {
      kind: 'select';
      name: string;
      label: string;
      options: { value: string; label: string }[];
      width?: number;
    }
  | { kind: 'organization'; name: string; label: string; width?: number }
  /** Comes with a link, such as from a figure: told in words while it is set, and only to be taken off. */
  | { kind: 'given'; name: string; label: string; read: (value: string) => string };

/** The filters of a list; each change is in the URL at once, typing after a short rest. */
export function FilterBar(props: {
  filters: ListFilter[];
  state: ListState;
  lead?: ReactNode;
  tools: ReactNode;
}) {
  const t = useText(kitTexts);
  const { state } = props;
  return (
    <div className="by-filters" role="search" aria-label={t('filters')}>
      {props.lead}
      {props.filters.map((filter) => (
        <Filter key={filter.name} filter={filter} state={state} />
      ))}
      {Object.keys(state.filters).length > 0 && (
        <Button type="text" onClick={state.clearFilters}>
          {t('clearFilters')}
        </Button>
      )}
      {props.tools && <div className="by-filters-tools">{props.tools}</div>}
    </div>
  );
}

function Filter({ filter, state }: { filter: ListFilter; state: ListState }) {
  const value = state.filters[filter.name];
  const set = (next: string | undefined) => state.set({ [filter.name]: next ?? null });
  if (filter.kind === 'given')
    return value === undefined ? null : (
      <Tag closable onClose={() => set(undefined)} className="by-filter-given">
        <span className="by-third">{filter.label}</span> {filter.read(value)}
      </Tag>
    );
  const style = { width: filter.width };
  if (filter.kind === 'search') return <SearchFilter filter={filter} value={value ?? ''} set={set} />;
  if (filter.kind === 'organization')
    return (
      <OrganizationSelect
        value={value ?? null}
        onChange={(id) => set(id ?? undefined)}
        placeholder={filter.label}
        ariaLabel={filter.label}
        width={filter.width ?? 180}
      />
    );
  return (
    <Select
      value={value ?? null}
      onChange={(next) => set(next ?? undefined)}
      options={filter.options}
      placeholder={filter.label}
      aria-label={filter.label}
      allowClear
      popupMatchSelectWidth={false}
      style={{ minWidth: 112, ...style }}
    />
  );
}

const restMs = 300;

function SearchFilter(props: {
  filter: Extract<ListFilter, { kind: 'search' }>;
  value: string;
  set: (value: string) => void;
}) {
  const [typed, setTyped] = useState(props.value);
  const [sent, setSent] = useState(props.value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (props.value !== sent) {
    setSent(props.value);
    setTyped(props.value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (text: string) => {
    clearTimeout(timer.current);
    setSent(text.trim());
    props.set(text.trim());
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(send, restMs, text);
  };
  return (
    <Input
      value={typed}
      onChange={(event) => type(event.target.value)}
      onPressEnter={() => send(typed)}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={props.filter.label}
      aria-label={props.filter.label}
      allowClear
      style={{ width: props.filter.width ?? 216 }}
    />
  );
}
