import {
  OrganizationSelect,
  PageHeader,
  problemOf,
  ProblemNotice,
  useActor,
  useNode,
  useOrganizations,
  useProblemText,
  useText,
} from '@banyan/ui-kit';
import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import '../archives.css';
import './fields.css';
import { ArchiveFieldDialog } from './ArchiveFieldDialog.tsx';
import type { CustomField } from './custom-field.ts';
import { FieldForm } from './FieldForm.tsx';
import { FieldLists } from './FieldLists.tsx';
import { FieldPreview } from './FieldPreview.tsx';
import { fieldTexts } from './field-texts.ts';
import { fieldsKey, fieldsQuery, orderFields, restoreField } from './queries.ts';

type Dialog = { kind: 'new' } | { kind: 'edit' | 'archive'; field: CustomField };

/** The fields that an organization adds to the records of its people: its own, and those from above. */
export function FieldSettingsPage() {
  const t = useText(fieldTexts);
  const place = usePlace();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const list = useQuery({
    ...fieldsQuery(place.id ? { organizationId: place.id } : {}),
    enabled: place.id !== null,
    placeholderData: (before) => before,
  });
  const acts = useFieldActs();
  const items = list.data?.items ?? [];
  const mayAdd = list.data?.abilities.includes('create') ?? false;
  const add = mayAdd && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setDialog({ kind: 'new' })}>
      {t('add')}
    </Button>
  );
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={t('title')}
        facts={list.data && t('total', { total: items.filter(({ archived }) => !archived).length })}
        actions={add}
      />
      <div className="archives-field-place">
        <span id="archives-field-place">{t('place')}</span>
        <OrganizationSelect
          value={place.id}
          onChange={place.choose}
          ariaLabel={t('place')}
          allowClear={false}
          width={320}
        />
      </div>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && place.id !== null && <Skeleton active paragraph={{ rows: 6 }} />}
      {list.data && place.id && (
        <div className="archives-field-columns">
          <FieldLists
            fields={items}
            placeId={place.id}
            add={add}
            acts={{
              edit: (field) => setDialog({ kind: 'edit', field }),
              archive: (field) => setDialog({ kind: 'archive', field }),
              restore: acts.restore,
              order: (ids) => acts.order(place.id as string, ids),
            }}
          />
          <FieldPreview fields={items} />
        </div>
      )}
      {dialog?.kind === 'new' && place.id && (
        <FieldForm place={{ id: place.id, name: place.name }} onSaved={acts.refresh} onClose={close} />
      )}
      {dialog?.kind === 'edit' && (
        <FieldForm
          field={dialog.field}
          place={{ id: dialog.field.organizationId, name: dialog.field.organizationName }}
          onSaved={acts.refresh}
          onClose={close}
        />
      )}
      {dialog?.kind === 'archive' && (
        <ArchiveFieldDialog field={dialog.field} onSaved={acts.refresh} onClose={close} />
      )}
    </>
  );
}

/** Whose fields are looked at: in the address, else the node I see as, else the top of what I see. */
function usePlace() {
  const [params, setParams] = useSearchParams();
  const node = useNode();
  const actor = useActor();
  const { tree } = useOrganizations();
  const top = actor.roots[0] ?? tree?.childrenOf.get(null)?.[0]?.id ?? null;
  const id = params.get('organizationId') ?? node ?? top;
  return {
    id,
    name: (id && tree?.byId.get(id)?.name) || '',
    choose: (next: string | null) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (next) after.set('organizationId', next);
        else after.delete('organizationId');
        return after;
      }),
  };
}

/** What needs no dialog. A refusal is told in words and the list read anew. */
function useFieldActs() {
  const t = useText(fieldTexts);
  const queries = useQueryClient();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const refresh = () => void queries.invalidateQueries({ queryKey: fieldsKey });
  const attempt = async (act: Promise<unknown>, told: string) => {
    try {
      await act;
      void message.success(told);
    } catch (error) {
      void message.error(problemText(problemOf(error)));
    }
    refresh();
  };
  return {
    refresh,
    restore: (field: CustomField) =>
      void attempt(restoreField(field.id), t('restored', { name: field.labelZh })),
    order: (organizationId: string, ids: string[]) =>
      void attempt(orderFields(organizationId, ids), t('ordered')),
  };
}
