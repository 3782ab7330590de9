import { archives } from '@banyan/api-client/archives';
import {
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  PersonalData,
  take,
  useNode,
  useText,
} from '@banyan/ui-kit';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import '../archives.css';
import { RelativeDay } from '../RelativeDay.tsx';
import { FloatingRecord } from './FloatingRecord.tsx';
import { CloseDialog, ContactDialog } from './FloatingDialogs.tsx';
import { LostStepDialog } from './LostDialogs.tsx';
import { LostRecord } from './LostRecord.tsx';
import { registerDueKey, useRegisterCounts } from './queries.ts';
import { type Due, dueActions, entryOfDue, pathOfDue } from './register.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import { registerTexts } from './register-texts.ts';
import { RuleText } from './RuleText.tsx';

/** What the rules ask for: by when, why, of whom, and the one button that resolves it. */
export function DueListPage() {
  const t = useText(registerTexts);
  const [open, setOpen] = useState<Due | null>(null);
  const counts = useRegisterCounts(useNode()).data;
  return (
    <PersonalData>
      <RegisterTabs />
      <ListPage<Due>
        id="archives.registers.due"
        title={t('dueTitle')}
        facts={() => counts && counts.overdue > 0 && t('overdue', { count: counts.overdue })}
        queryKey={registerDueKey}
        fetchPage={fetchDue}
        filters={useFilters()}
        columns={useColumns(setOpen)}
        empty={{ title: t('dueEmpty'), hint: t('dueEmptyHint') }}
        pathOf={pathOfDue}
        renderRecord={(id) => <DueRecord key={id} id={id} />}
      />
      {open && <DueDialog due={open} onClose={() => setOpen(null)} />}
    </PersonalData>
  );
}

function fetchDue({ sort: _sort, ...query }: ListQuery, signal: AbortSignal): Promise<Page<Due>> {
  return take(archives.client.GET('/api/archives/registers/due', { params: { query: query as {} }, signal }));
}

function DueRecord({ id }: { id: string }) {
  const isLost = id.startsWith('suspend-') || id.startsWith('remove-');
  return isLost ? <LostRecord id={entryOfDue(id)} /> : <FloatingRecord id={entryOfDue(id)} />;
}

function DueDialog({ due, onClose }: { due: Due; onClose: () => void }) {
  switch (due.action) {
    case 'suspend':
    case 'remove':
      return <LostStepDialog id={due.recordId} step={due.action} onClose={onClose} />;
    case 'log-contact':
      return <ContactDialog id={due.recordId} onClose={onClose} />;
    case 'confirm-return':
      return <CloseDialog id={due.recordId} onClose={onClose} />;
  }
}

function useFilters(): ListFilter[] {
  const t = useText(registerTexts);
  return useMemo(
    () => [
      {
        kind: 'select',
        name: 'action',
        label: t('dueFilter'),
        options: dueActions.map((value) => ({ value, label: t(`do.${value}`) })),
        width: 180,
      },
      { kind: 'organization', name: 'organizationId', label: t('organizationFilter'), width: 160 },
    ],
    [t],
  );
}

function useColumns(open: (due: Due) => void): ListColumn<Due>[] {
  const t = useText(registerTexts);
  return useMemo(
    () => [
      { key: 'name', title: t('name'), render: (row) => row.name, always: true },
      {
        key: 'task',
        title: t('task'),
        render: (row) => (
          <span className="archives-due-task">
            {t(`action.${row.action}`)}
            <RuleText rule={row.rule} />
          </span>
        ),
        phone: true,
        wraps: true,
      },
      { key: 'branch', title: t('branch'), render: (row) => row.organizationName, phone: true, wraps: true },
      { key: 'dueOn', title: t('dueOn'), render: (row) => <RelativeDay date={row.dueOn} />, phone: true },
      {
        key: 'resolve',
        title: t('actions'),
        render: (row) =>
          row.abilities.includes('resolve') ? (
            <Button size="small" onClick={() => open(row)}>
              {t(`do.${row.action}`)}
            </Button>
          ) : row.action === 'remove' ? (
            <span className="by-third">{t('resolveAbove')}</span>
          ) : null,
        phone: true,
      },
    ],
    [t, open],
  );
}
