import { useText } from '@banyan/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { findDestinations } from './queries.ts';
import type { Destination } from './transfer.ts';
import { applyTexts } from './apply-texts.ts';

type Props = { id?: string; value?: string | null; onChange?: (id: string | null) => void };

/** Any branch of the enterprise, whatever part of the tree the reader sees, by its name or a name above it. */
export function DestinationField({ id, value, onChange }: Props) {
  const t = useText(applyTexts);
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<Destination | null>(null);
  const search = useQuery({
    queryKey: ['archives', 'destinations', q],
    queryFn: ({ signal }) => findDestinations(q, signal),
    placeholderData: (before) => before,
    staleTime: 5 * 60_000,
  });
  const items = search.data?.items ?? [];
  const more = (search.data?.total ?? 0) - items.length;
  const known = [...items, ...(chosen && !items.some((item) => item.id === chosen.id) ? [chosen] : [])];
  return (
    <Select<string | null>
      {...(id ? { id } : {})}
      value={value ?? null}
      onChange={(next) => {
        setChosen(known.find((item) => item.id === next) ?? null);
        onChange?.(next ?? null);
      }}
      options={known.map((item) => ({ value: item.id, label: item.path }))}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={search.isFetching}
      placeholder={t('destinationHint')}
      notFoundContent={t('destinationNone')}
      popupRender={(menu) => (
        <>
          {menu}
          {more > 0 && <p className="by-third archives-more">{t('destinationMore', { count: more })}</p>}
        </>
      )}
      allowClear
    />
  );
}
