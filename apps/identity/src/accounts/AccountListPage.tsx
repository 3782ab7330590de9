import { identity } from '@banyan/api-client/identity';
import {
  holdsAny,
  type ListColumn,
  type ListFilter,
  ListPage,
  PersonalData,
  RelativeTime,
  roleName,
  take,
  useActor,
  useLocale,
  useText,
} from '@banyan/ui-kit';
import { useMemo } from 'react';
import '../identity.css';
import { AccountStatus, useRoleWords } from './AccountMarks.tsx';
import { AccountRecord } from './AccountRecord.tsx';
import { accountTexts } from './account-texts.ts';
import { type Account, accountsKey } from './queries.ts';

export function AccountListPage() {
  const t = useText(accountTexts);
  return (
    <PersonalData>
      <ListPage<Account>
        id="identity.accounts"
        title={t('title')}
        facts={(page) =>
          page && t(page.totalIsExact === false ? 'totalMore' : 'total', { total: page.total })
        }
        queryKey={accountsKey}
        fetchPage={(query, signal) =>
          take(identity.client.GET('/api/identity/accounts', { params: { query: query as {} }, signal }))
        }
        filters={useFilters()}
        columns={useColumns()}
        empty={{ title: t('empty') }}
        pathOf={(id) => `/identity/accounts/${id}`}
        renderRecord={(id) => <AccountRecord key={id} id={id} />}
      />
    </PersonalData>
  );
}

function useFilters(): ListFilter[] {
  const t = useText(accountTexts);
  const actor = useActor();
  return useMemo(
    () => [
      { kind: 'search', name: 'q', label: t('search') },
      {
        kind: 'select',
        name: 'status',
        label: t('statusFilter'),
        options: (['active', 'locked', 'disabled'] as const).map((value) => ({
          value,
          label: t(`status.${value}`),
        })),
      },
      ...(holdsAny(actor, ['identity.organization.read'])
        ? [
            {
              kind: 'organization' as const,
              name: 'organizationId',
              label: t('organizationFilter'),
              width: 160,
            },
          ]
        : []),
    ],
    [t, actor],
  );
}

function useColumns(): ListColumn<Account>[] {
  const t = useText(accountTexts);
  const words = useRoleWords();
  const locale = useLocale();
  return useMemo(
    () => [
      {
        key: 'displayName',
        title: t('displayName'),
        render: (row) => row.displayName,
        sort: 'displayName',
        always: true,
      },
      {
        key: 'username',
        title: t('username'),
        render: (row) => row.username,
        sort: 'username',
        phone: true,
      },
      {
        key: 'status',
        title: t('status'),
        render: (row) => <AccountStatus status={row.status} />,
        phone: true,
      },
      { key: 'organization', title: t('organization'), render: (row) => row.organizationName, phone: true },
      {
        key: 'roles',
        title: t('roles'),
        render: (row) => (
          <span title={row.roles.map(words).join('\n')}>
            {row.roles.map((role) => roleName(role, locale)).join(t('separator')) || (
              <span className="by-third">{t('noRoles')}</span>
            )}
          </span>
        ),
        phone: true,
      },
      {
        key: 'lastSignInAt',
        title: t('lastSignInAt'),
        render: (row) =>
          row.lastSignInAt ? (
            <RelativeTime at={row.lastSignInAt} />
          ) : (
            <span className="by-third">{t('never')}</span>
          ),
        sort: 'lastSignInAt',
      },
    ],
    [t, words, locale],
  );
}
