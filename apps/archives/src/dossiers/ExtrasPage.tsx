import { PageHeader, problemOf, ProblemNotice, useProblemText, useText } from '@banyan/ui-kit';
import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import '../archives.css';
import { fieldTexts } from '../members/field-texts.ts';
import type { DossierExtra } from './dossier.ts';
import { extraTexts } from './extra-texts.ts';
import './dossiers.css';
import { ExtraDialog } from './ExtraDialog.tsx';
import { branchesKey, extrasKey, gapsKey, retireExtra, useExtras } from './queries.ts';

/** What nodes ask for beyond the national list. */
export function ExtrasPage() {
  const t = useText(extraTexts);
  const extras = useExtras();
  const [open, setOpen] = useState<DossierExtra | 'new' | null>(null);
  const items = extras.data?.items ?? [];
  const current = items.find(({ id }) => typeof open === 'object' && id === open?.id) ?? null;
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      {t('addExtra')}
    </Button>
  );
  const columns = useColumns(setOpen);
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
        ) : (
          <Table<DossierExtra>
            rowKey="id"
            size="small"
            pagination={false}
            loading={extras.isPending}
            dataSource={items}
            columns={columns}
            scroll={{ x: 'max-content' }}
          />
        )}
      </section>
      {open && <ExtraDialog extra={current} onClose={() => setOpen(null)} />}
    </>
  );
}

function useColumns(edit: (extra: DossierExtra) => void): TableColumnsType<DossierExtra> {
  const t = useText(extraTexts);
  const fields = useText(fieldTexts);
  return [
    { key: 'name', title: t('extraName'), render: (_, row) => row.name },
    { key: 'node', title: t('extraNode'), render: (_, row) => row.organizationName },
    { key: 'stage', title: t('extraStage'), render: (_, row) => fields(`stage.${row.stage}`) },
    { key: 'least', title: t('extraLeast'), align: 'end', render: (_, row) => row.least },
    { key: 'hint', title: t('extraHint'), render: (_, row) => row.hint ?? '—' },
    { key: 'actions', title: t('actions'), render: (_, row) => <RowActions extra={row} edit={edit} /> },
  ];
}

function RowActions({ extra, edit }: { extra: DossierExtra; edit: (extra: DossierExtra) => void }) {
  const t = useText(extraTexts);
  const { message } = App.useApp();
  const words = useProblemText();
  const queries = useQueryClient();
  const retire = useMutation({
    mutationFn: () => retireExtra(extra),
    onSuccess: () => void message.success(t('extraRetired', { name: extra.name })),
    onError: (error) => void message.error(words(problemOf(error))),
    onSettled: () => {
      for (const queryKey of [extrasKey, gapsKey, branchesKey]) void queries.invalidateQueries({ queryKey });
    },
  });
  if (extra.abilities.length === 0) return <span className="by-third">—</span>;
  return (
    <span className="by-actions">
      <Button size="small" aria-label={t('editOf', { name: extra.name })} onClick={() => edit(extra)}>
        {t('edit')}
      </Button>
      <Popconfirm
        title={t('retireAsk', { name: extra.name })}
        okText={t('retire')}
        cancelText={t('cancel')}
        onConfirm={() => retire.mutate()}
      >
        <Button size="small" aria-label={t('retireOf', { name: extra.name })} loading={retire.isPending}>
          {t('retire')}
        </Button>
      </Popconfirm>
    </span>
  );
}
