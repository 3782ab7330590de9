import { narrow, PageHeader, ProblemNotice, useMedia, useText } from '@banyan/ui-kit';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import '../archives.css';
import { fieldTexts } from '../members/field-texts.ts';
import type { DossierExtra } from './dossier.ts';
import { extraTexts } from './extra-texts.ts';
import './dossiers.css';
import { ExtraActions } from './ExtraActions.tsx';
import { ExtraDialog } from './ExtraDialog.tsx';
import { useExtras } from './queries.ts';

/** What nodes ask for beyond the national list. */
export function ExtrasPage() {
  const t = useText(extraTexts);
  const extras = useExtras();
  const [open, setOpen] = useState<DossierExtra | 'new' | null>(null);
  const items = extras.data?.items ?? [];
  // As it is by now; who has it open keeps it, also when it has gone from the list.
  const current = typeof open === 'object' ? (items.find(({ id }) => id === open?.id) ?? open) : null;
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      {t('addExtra')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('extrasTitle')} actions={(!extras.data || items.length > 0) && add} />
      <p className="by-third dossier-hint">{t('extrasHint')}</p>
      <section className="by-card by-list" aria-label={t('extrasTitle')}>
        {extras.error ? (
          <ProblemNotice error={extras.error} onRetry={() => void extras.refetch()} />
        ) : extras.data && items.length === 0 ? (
          <div className="by-empty">
            <strong>{t('extrasEmpty')}</strong>
            <p>{t('extrasEmptyHint')}</p>
            {add}
          </div>
        ) : !extras.data ? (
          <div className="by-loading" role="status" aria-label={t('loading')}>
            <Skeleton active paragraph={{ rows: 4 }} />
          </div>
        ) : (
          <Extras items={items} edit={setOpen} />
        )}
      </section>
      {open && <ExtraDialog extra={current} onClose={() => setOpen(null)} />}
    </>
  );
}

type Column = { key: string; title: string; align?: 'end'; read: (extra: DossierExtra) => ReactNode };

/** A table, or cards on a phone. */
function Extras({ items, edit }: { items: DossierExtra[]; edit: (extra: DossierExtra) => void }) {
  const columns = useColumns(edit);
  const phone = useMedia(narrow);
  if (!phone)
    return (
      <Table<DossierExtra>
        rowKey="id"
        size="middle"
        pagination={false}
        dataSource={items}
        columns={columns.map(({ read, ...column }) => ({ ...column, render: (_, row) => read(row) }))}
      />
    );
  const [name, ...more] = columns;
  return (
    <ul className="by-cards">
      {items.map((extra) => (
        <li key={extra.id}>
          <div className="by-card-name">{name?.read(extra)}</div>
          <dl>
            {more.map(({ key, title, read }) => (
              <div key={key}>
                <dt>{title}</dt>
                <dd>{read(extra)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function useColumns(edit: (extra: DossierExtra) => void): Column[] {
  const t = useText(extraTexts);
  const fields = useText(fieldTexts);
  return [
    { key: 'name', title: t('extraName'), read: (extra) => extra.name },
    { key: 'node', title: t('extraNode'), read: (extra) => extra.organizationName },
    { key: 'stage', title: t('extraStage'), read: (extra) => fields(`stage.${extra.stage}`) },
    { key: 'least', title: t('extraLeast'), align: 'end', read: (extra) => extra.least },
    { key: 'hint', title: t('extraHint'), read: (extra) => extra.hint ?? '—' },
    { key: 'actions', title: t('actions'), read: (extra) => <ExtraActions extra={extra} edit={edit} /> },
  ];
}
