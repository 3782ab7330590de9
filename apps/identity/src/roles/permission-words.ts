import { useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { permissionTexts } from './permission-texts.ts';

type Key = keyof (typeof permissionTexts)['zh-CN'];

/** Readings of permissions; a domain that came later is shown by its own words until it brings texts. */
export function usePermissionWords() {
  const t = useText(permissionTexts);
  return useMemo(() => {
    const word = (kind: 'domain' | 'entity' | 'verb', part: string) =>
      `${kind}.${part}` in permissionTexts['zh-CN'] ? t(`${kind}.${part}` as Key) : part;
    return {
      domain: (domain: string) => word('domain', domain),
      /** "查看档案" of `archives.member.read`. */
      permission: (permission: string) => {
        if (`exact.${permission}` in permissionTexts['zh-CN']) return t(`exact.${permission}` as Key);
        const [, entity = '', verb = ''] = permission.split('.');
        const words = { verb: word('verb', verb), entity: word('entity', entity) };
        return t('pattern', words);
      },
    };
  }, [t]);
}

export function byDomain(permissions: readonly string[]): [domain: string, permissions: string[]][] {
  return [...Map.groupBy(permissions, (permission) => permission.split('.')[0] ?? '')];
}
