import { type ListColumn, type ListFilter, ListPage, roleName, useLocale, useText } from '@banyan/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import '../identity.css';
import { RoleKind, RoleRecord } from './RoleRecord.tsx';
import { type Role, rolesQuery } from './queries.ts';
import { roleTexts } from './role-texts.ts';

/** Roles are few and come all at once; the list pattern pages and searches what is here. */
export function RoleListPage() {
  const t = useText(roleTexts);
  const queries = useQueryClient();
  const locale = useLocale();
  const filters = useMemo((): ListFilter[] => [{ kind: 'search', name: 'q', label: t('search') }], [t]);
  return (
    <ListPage<Role>
      id="identity.roles"
      title={t('title')}
      facts={(page) => page && t('total', { total: page.total })}
      queryKey={[...rolesQuery.queryKey, 'list']}
      fetchPage={async ({ page, pageSize, q }) => {
        const { items } = await queries.fetchQuery(rolesQuery);
        const wanted = String(q ?? '').toLowerCase();
        const found = items.filter((role) =>
          `${role.name} ${roleName(role, locale)} ${role.id}`.toLowerCase().includes(wanted),
        );
        return { items: found.slice((page - 1) * pageSize, page * pageSize), total: found.length };
      }}
      filters={filters}
      columns={useColumns()}
      empty={{ title: t('empty') }}
      pathOf={(id) => `/identity/roles/${id}`}
      renderRecord={(id) => <RoleRecord key={id} id={id} />}
    />
  );
}

function useColumns(): ListColumn<Role>[] {
  const t = useText(roleTexts);
  const locale = useLocale();
  return useMemo(
    () => [
      { key: 'name', title: t('name'), render: (row) => roleName(row, locale), always: true },
      { key: 'code', title: t('code'), render: (row) => row.id },
      { key: 'kind', title: t('kind'), render: (row) => <RoleKind role={row} />, phone: true },
      {
        key: 'permissions',
        title: t('permissions'),
        render: (row) => t('permissionCount', { count: row.permissions.length }),
        phone: true,
      },
    ],
    [t, locale],
  );
}
