import { archives } from '@banyan/api-client/archives';
import {
  CivilDate,
  holdsAny,
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  PersonalData,
  take,
  useActor,
  useText,
} from '@banyan/ui-kit';
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import '../archives.css';
import { RelativeDay } from '../RelativeDay.tsx';
import { FloatingForm } from './FloatingForm.tsx';
import { FloatingRecord } from './FloatingRecord.tsx';
import { floatingKey } from './queries.ts';
import type { FloatingItem } from './register.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import { floatingTexts } from './floating-texts.ts';

type Direction = FloatingItem['direction'];

export function OutflowListPage() {
  return <FloatingListPage direction="out" />;
}

export function InflowListPage() {
  return <FloatingListPage direction="in" />;
}

function FloatingListPage({ direction }: { direction: Direction }) {
  const t = useText(floatingTexts);
  const actor = useActor();
  const form = useFormPlace();
  const kind = direction === 'out' ? 'outflow' : 'inflow';
  const register = holdsAny(actor, ['archives.register.update']) && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => form.open('new')}>
      {t(direction === 'out' ? 'registerOutflow' : 'registerInflow')}
    </Button>
  );
  return (
    <PersonalData>
      <RegisterTabs />
      <ListPage<FloatingItem>
        id={`archives.registers.${kind}`}
        title={t(`${kind}Title`)}
        facts={(page) => page && t('people', { total: page.total })}
        queryKey={[...floatingKey, direction]}
        fetchPage={(query, signal) => fetchFloating({ ...query, direction } as never, signal)}
        filters={useFilters(direction)}
        columns={useColumns(direction)}
        defaultSort="-since"
        actions={register}
        empty={{ title: t(`${kind}Empty`), hint: t(`${kind}EmptyHint`), action: register }}
        pathOf={(id) => `/archives/registers/floating/${id}`}
        renderRecord={(id) => <FloatingRecord key={id} id={id} />}
      />
      {form.value && (
        <FloatingForm
          direction={direction}
          memberId={form.value === 'new' ? null : form.value}
          onClose={form.close}
        />
      )}
    </PersonalData>
  );
}

/** The form's place in the URL: `?register=new`, or the member who is to be registered. */
function useFormPlace() {
  const [params, setParams] = useSearchParams();
  const set = (value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set('register', value);
      else after.delete('register');
      return after;
    });
  return { value: params.get('register'), open: set, close: () => set(null) };
}

function fetchFloating(query: ListQuery, signal: AbortSignal): Promise<Page<FloatingItem>> {
  return take(
    archives.client.GET('/api/archives/registers/floating', { params: { query: query as {} }, signal }),
  );
}

function useFilters(direction: Direction): ListFilter[] {
  const t = useText(floatingTexts);
  return useMemo(
    () => [
      { kind: 'search', name: 'q', label: t('search'), width: 160 },
      {
        kind: 'select',
        name: 'state',
        label: t('stateFilter'),
        options: [
          { value: 'open', label: t(direction === 'out' ? 'state.open' : 'state.openIn') },
          { value: 'closed', label: t('state.closed') },
          { value: 'all', label: t('state.all') },
        ],
      },
      ...(direction === 'out'
        ? [
            {
              kind: 'select' as const,
              name: 'abroad',
              label: t('abroadFilter'),
              options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`abroad.${value}`) })),
            },
          ]
        : []),
      { kind: 'organization', name: 'organizationId', label: t('organizationFilter'), width: 160 },
    ],
    [t, direction],
  );
}

function useColumns(direction: Direction): ListColumn<FloatingItem>[] {
  const t = useText(floatingTexts);
  return useMemo(
    () => [
      { key: 'name', title: t('name'), render: (row) => row.name, always: true },
      direction === 'out'
        ? {
            key: 'place',
            title: t('place'),
            render: (row) => (
              <>
                {row.organizationName ?? row.place ?? '—'}
                {row.abroad && <span className="by-third"> · {t('abroad')}</span>}
              </>
            ),
            phone: true,
            wraps: true,
          }
        : {
            key: 'origin',
            title: t('origin'),
            render: (row) => row.homeOrganizationName,
            phone: true,
            wraps: true,
          },
      {
        key: 'branch',
        title: t('branch'),
        render: (row) => (direction === 'out' ? row.homeOrganizationName : row.organizationName),
        phone: true,
        wraps: true,
      },
      {
        key: 'since',
        title: t(direction === 'out' ? 'outSince' : 'inSince'),
        render: (row) => <CivilDate date={row.since} />,
        sort: 'since',
        phone: true,
      },
      {
        key: 'lastContactOn',
        title: t('lastContactOn'),
        render: (row) =>
          row.lastContactOn ? (
            <CivilDate date={row.lastContactOn} />
          ) : (
            <span className="by-third by-nowrap">{t('contactNever')}</span>
          ),
        sort: 'lastContactOn',
        phone: true,
      },
      {
        key: 'deadline',
        title: t('deadline'),
        render: (row) => (row.deadline ? <RelativeDay date={row.deadline.dueOn} /> : null),
        phone: true,
      },
      {
        key: 'expectedReturnOn',
        title: t('returnOn'),
        render: (row) => <CivilDate date={row.expectedReturnOn} />,
        sort: 'expectedReturnOn',
        hidden: true,
      },
    ],
    [t, direction],
  );
}
