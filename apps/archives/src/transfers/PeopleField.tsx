import { archives } from '@banyan/api-client/archives';
import { take, useText } from '@banyan/ui-kit';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { applyTexts } from './apply-texts.ts';

type Props = {
  /** One person, or as many as needed. */
  single?: boolean;
  id?: string;
  /** Ids, commas between them: what a required field takes for a text. */
  value?: string | null;
  onChange?: (ids: string | null) => void;
};

const found = 20;

/** People on the roll, found as the list of members finds them. */
export function PeopleField({ single = false, id, value: ids, onChange }: Props) {
  const value = peopleOf(ids);
  const t = useText(applyTexts);
  const [q, setQ] = useState('');
  const search = useQuery({
    queryKey: [...archives.key('/api/archives/members'), 'people', q],
    queryFn: ({ signal }) =>
      take(
        archives.client.GET('/api/archives/members', {
          params: { query: { page: 1, pageSize: found, state: 'active', ...(q ? { q } : {}) } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
    staleTime: 30_000,
  });
  const items = search.data?.items ?? [];
  const names = useNames(value.filter((chosen) => !items.some((item) => item.id === chosen)));
  const options = [
    ...value
      .filter((chosen) => !items.some((item) => item.id === chosen))
      .map((chosen) => ({ value: chosen, label: names.get(chosen) ?? '…' })),
    ...items.map((item) => ({ value: item.id, label: `${item.name} · ${item.organizationName}` })),
  ];
  return (
    <Select<string[] | string | null>
      {...(id ? { id } : {})}
      {...(single ? {} : { mode: 'multiple' as const })}
      value={single ? (value[0] ?? null) : value}
      onChange={(next) => onChange?.((Array.isArray(next) ? next.join(',') : next) || null)}
      options={options}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={search.isFetching}
      placeholder={t(single ? 'peopleOne' : 'peopleHint')}
      notFoundContent={t('peopleNone')}
      allowClear
    />
  );
}

/** The ids in a value of this field. */
export function peopleOf(value: unknown): string[] {
  return typeof value === 'string' ? value.split(',').filter(Boolean) : [];
}

/** Names of people who were chosen elsewhere. */
function useNames(ids: string[]): Map<string, string> {
  return useQueries({
    queries: ids.map((id) => archives.query('/api/archives/members/{id}', { params: { path: { id } } })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) =>
          data ? [[data.id, `${data.name} · ${data.organizationName}`] as const] : [],
        ),
      ),
  });
}
