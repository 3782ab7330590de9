import {
  consoleFetch,
  dropAllDrafts,
  type LocaleId,
  problemOf,
  problemText,
  type ThemeChoice,
  useActor,
  useLocale,
  useNode,
  useText,
  withNode,
} from '@banyan/ui-kit';
import { App, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useChangePreferences } from '../profile/use-change-preferences.ts';
import { leaveSession } from '../session/session-gate.ts';
import { shellTexts } from '../texts.ts';

/** Who I am, and what is mine: profile, language, appearance, the way out. */
export function AvatarMenu() {
  const t = useText(shellTexts);
  const actor = useActor();
  const navigate = useNavigate();
  const node = useNode();
  const locale = useLocale();
  const change = useChangePreferences();
  const signOut = useSignOut();
  const pick = (key: string) => {
    const [kind, value] = key.split(':');
    if (kind === 'locale') change({ locale: value as LocaleId });
    if (kind === 'theme') change({ theme: value as ThemeChoice });
    if (kind === 'profile') navigate(withNode('/profile', node));
    if (kind === 'out') void signOut();
  };
  const items = [
    {
      key: 'who',
      type: 'group' as const,
      label: `${actor.displayName} · ${actor.username}${actor.demo ? ` · ${t('demo')}` : ''}`,
    },
    { key: 'profile', label: t('profile') },
    {
      key: 'language',
      label: t('language'),
      children: [
        { key: 'locale:zh-CN', label: '简体中文', lang: 'zh-CN' },
        { key: 'locale:en-US', label: 'English', lang: 'en' },
      ],
    },
    {
      key: 'appearance',
      label: t('theme'),
      children: [
        { key: 'theme:system', label: t('themeSystem') },
        { key: 'theme:light', label: t('themeLight') },
        { key: 'theme:dark', label: t('themeDark') },
      ],
    },
    { type: 'divider' as const },
    { key: 'out', label: t('signOut') },
  ];
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items,
        selectable: true,
        selectedKeys: [`locale:${locale}`, `theme:${actor.preferences.theme}`],
        onClick: ({ key }) => pick(key),
      }}
    >
      <button type="button" className="sh-avatar" aria-label={`${t('account')}: ${actor.displayName}`}>
        {[...actor.displayName][0]}
      </button>
    </Dropdown>
  );
}

function useSignOut() {
  const t = useText(shellTexts);
  const locale = useLocale();
  const { message } = App.useApp();
  return async () => {
    leaveSession(true);
    try {
      await consoleFetch(new URL('/api/identity/sessions/current', location.origin).href, {
        method: 'DELETE',
      });
      dropAllDrafts();
      location.assign('/sign-in');
    } catch (error) {
      leaveSession(false);
      message.error(t('signOutFailed', { reason: problemText(problemOf(error), locale) }));
    }
  };
}
