import { roleName, type StateShape, StateTag, type StateTone, useLocale, useText } from '@banyan/ui-kit';
import { useCallback } from 'react';
import { accountTexts } from './account-texts.ts';
import type { Account, HeldRole } from './queries.ts';

const marks: Record<Account['status'], [StateShape, StateTone]> = {
  active: ['dot', 'good'],
  locked: ['square', 'notice'],
  disabled: ['cross', 'quiet'],
};

export function AccountStatus({ status }: { status: Account['status'] }) {
  const t = useText(accountTexts);
  const [shape, tone] = marks[status];
  return (
    <StateTag shape={shape} tone={tone}>
      {t(`status.${status}`)}
    </StateTag>
  );
}

/** "组织干事（示范油田公司党委及以下）": a role is never told without its scope. */
export function useRoleWords(): (role: HeldRole) => string {
  const t = useText(accountTexts);
  const locale = useLocale();
  return useCallback(
    (role) => {
      const { scope } = role;
      const nodes = scope.nodes.map((node) => node.name).join(t('separator'));
      return `${roleName(role, locale)} · ${t(`scope.${scope.mode}`, { nodes })}`;
    },
    [t, locale],
  );
}

export function Roles({ roles }: { roles: HeldRole[] }) {
  const t = useText(accountTexts);
  const words = useRoleWords();
  if (roles.length === 0) return <span className="by-third">{t('noRoles')}</span>;
  return (
    <ul className="identity-lines">
      {roles.map((role) => (
        <li key={words(role)}>{words(role)}</li>
      ))}
    </ul>
  );
}
