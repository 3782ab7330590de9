import {
  type Actor,
  Facts,
  type LocaleId,
  PageHeader,
  roleName,
  type ThemeChoice,
  type Translate,
  useActor,
  useLocale,
  useText,
} from '@banyan/ui-kit';
import { Segmented } from 'antd';
import { shellTexts } from '../texts.ts';
import { PasswordCard } from './PasswordCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';
import { useChangePreferences } from './use-change-preferences.ts';

/** What the console knows of me, where I am signed in, and how I like it. */
export function ProfilePage() {
  const t = useText(shellTexts);
  const locale = useLocale();
  const actor = useActor();
  return (
    <>
      <PageHeader title={t('profileTitle')} facts={actor.username} />
      <div className="sh-profile">
        <section className="by-card">
          <h2>{t('basics')}</h2>
          <Facts
            groups={[
              {
                facts: [
                  { label: t('displayName'), value: actor.displayName },
                  { label: t('username'), value: actor.username },
                ],
              },
            ]}
          />
        </section>
        <PreferencesCard />
        <section className="by-card">
          <h2>{t('roles')}</h2>
          <p className="sh-card-hint">{t('rolesHint')}</p>
          <Facts
            groups={[
              {
                facts: actor.roles.map((role) => ({
                  label: roleName(role, locale),
                  value: scopeText(role, t),
                })),
              },
            ]}
          />
          {actor.roles.length === 0 && <p className="sh-card-hint">{t('noRoles')}</p>}
        </section>
        <PasswordCard />
        <SessionsCard />
      </div>
    </>
  );
}

function PreferencesCard() {
  const t = useText(shellTexts);
  const locale = useLocale();
  const { preferences } = useActor();
  const change = useChangePreferences();
  return (
    <section className="by-card">
      <h2>{t('preferences')}</h2>
      <div className="sh-preference">
        <span id="preference-language">{t('language')}</span>
        <Segmented<LocaleId>
          aria-labelledby="preference-language"
          value={locale}
          onChange={(value) => change({ locale: value })}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en-US', label: 'English' },
          ]}
        />
      </div>
      <div className="sh-preference">
        <span id="preference-theme">{t('theme')}</span>
        <Segmented<ThemeChoice>
          aria-labelledby="preference-theme"
          value={preferences.theme}
          onChange={(value) => change({ theme: value })}
          options={[
            { value: 'system', label: t('themeSystem') },
            { value: 'light', label: t('themeLight') },
            { value: 'dark', label: t('themeDark') },
          ]}
        />
      </div>
    </section>
  );
}

/** A role never stands without its scope. */
export function scopeText(
  role: Actor['roles'][number],
  t: Translate<keyof (typeof shellTexts)['zh-CN']>,
): string {
  const nodes = role.scope.nodes.map(({ name }) => name).join('、');
  switch (role.scope.mode) {
    case 'self':
      return t('scopeSelf');
    case 'subtree':
      return t('scopeSubtree', { nodes });
    default:
      return t('scopeNodes', { nodes });
  }
}
