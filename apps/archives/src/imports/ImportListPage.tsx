import { archives } from '@banyan/api-client/archives';
import {
  holdsAny,
  type ListColumn,
  ListPage,
  type ListQuery,
  type Page,
  RelativeTime,
  take,
  useActor,
  useText,
} from '@banyan/ui-kit';
import { ImportOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { GoButton } from '../GoButton.tsx';
import './imports.css';
import { type ImportSummary, statuses } from './import.ts';
import { importTexts } from './import-texts.ts';
import { StatusTag } from './ImportStatus.tsx';
import { importsKey, importsPath } from './queries.ts';

/** Who imported what and when, and what became of it. */
export function ImportListPage() {
  const t = useText(importTexts);
  const begin = holdsAny(useActor(), ['archives.member.import']) && (
    <GoButton type="primary" icon={<ImportOutlined />} to="/archives/imports/new">
      {t('newImport')}
    </GoButton>
  );
  return (
    <ListPage<ImportSummary>
      id="archives.imports"
      title={t('title')}
      facts={(page) => page && t('facts', { total: page.total })}
      queryKey={importsKey}
      fetchPage={fetchImports}
      filters={[
        {
          kind: 'select',
          name: 'status',
          label: t('statusFilter'),
          options: statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
        },
      ]}
      columns={useColumns()}
      actions={begin}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: begin }}
      pathOf={(id) => `/archives/imports/${id}`}
    />
  );
}

function fetchImports(query: ListQuery, signal: AbortSignal): Promise<Page<ImportSummary>> {
  return take(archives.client.GET(importsPath, { params: { query: query as {} }, signal }));
}

function useColumns(): ListColumn<ImportSummary>[] {
  const t = useText(importTexts);
  return useMemo(
    () => [
      { key: 'file', title: t('column.file'), render: (row) => row.fileName, always: true },
      {
        key: 'status',
        title: t('column.status'),
        render: (row) => <StatusTag status={row.status} />,
        phone: true,
      },
      { key: 'rows', title: t('column.rows'), render: (row) => row.rows, align: 'end', phone: true },
      {
        key: 'wrong',
        title: t('column.wrong'),
        render: (row) => <Quiet value={row.invalid} />,
        align: 'end',
        phone: true,
      },
      {
        key: 'result',
        title: t('column.result'),
        render: (row) => (
          <span className="by-nowrap">
            {row.added} / {row.updated}
          </span>
        ),
        align: 'end',
        phone: true,
      },
      { key: 'organization', title: t('column.organization'), render: (row) => row.organizationName },
      {
        key: 'by',
        title: t('column.by'),
        render: (row) => row.createdBy.name ?? t('somebody'),
        phone: true,
      },
      { key: 'at', title: t('column.at'), render: (row) => <RelativeTime at={row.createdAt} />, phone: true },
    ],
    [t],
  );
}

function Quiet({ value }: { value: number }) {
  return value === 0 ? <span className="by-third">0</span> : value;
}
