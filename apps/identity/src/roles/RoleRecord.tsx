import { Problem, RecordView, roleName, StateTag, useLocale, useText } from '@banyan/ui-kit';
import { byDomain, usePermissionWords } from './permission-words.ts';
import { type Role, useRoles } from './queries.ts';
import { roleTexts } from './role-texts.ts';

/** What a role holds, domain by domain, in words. */
export function RoleRecord({ id }: { id: string }) {
  const t = useText(roleTexts);
  const words = usePermissionWords();
  const locale = useLocale();
  const roles = useRoles();
  const role = roles.data?.items.find((candidate) => candidate.id === id);
  const missing = roles.data && !role ? new Problem(404, {}) : null;
  return (
    <RecordView
      status={{
        isPending: roles.isPending,
        error: roles.error ?? missing,
        retry: () => void roles.refetch(),
      }}
      title={role ? roleName(role, locale) : ''}
      state={role && <RoleKind role={role} />}
      abilities={role?.abilities ?? []}
      facts={
        role
          ? [
              {
                facts: [
                  { label: t('code'), value: role.id },
                  ...(role.administrator
                    ? [{ label: t('kind'), value: t('administratorHint'), wide: true }]
                    : []),
                ],
              },
              ...byDomain(role.permissions).map(([domain, permissions]) => ({
                title: words.domain(domain),
                facts: [
                  {
                    label: t('permissions'),
                    wide: true,
                    value: (
                      <ul className="identity-permissions">
                        {permissions.map((permission) => (
                          <li key={permission}>{words.permission(permission)}</li>
                        ))}
                      </ul>
                    ),
                  },
                ],
              })),
            ]
          : []
      }
    />
  );
}

export function RoleKind({ role }: { role: Role }) {
  const t = useText(roleTexts);
  if (role.administrator)
    return (
      <StateTag shape="square" tone="notice">
        {t('administrator')}
      </StateTag>
    );
  return (
    <StateTag shape={role.shipped ? 'dot' : 'ring'} tone={role.shipped ? 'quiet' : 'info'}>
      {t(role.shipped ? 'shipped' : 'own')}
    </StateTag>
  );
}
