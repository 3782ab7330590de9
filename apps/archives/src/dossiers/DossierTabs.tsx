import { AppLink, useText } from '@banyan/ui-kit';
import { useLocation } from 'react-router';
import { gapTexts } from './gap-texts.ts';
import '../archives.css';
import './dossiers.css';

const tabs = [
  { path: '/archives/dossiers', text: 'byBranch' },
  { path: '/archives/dossiers/people', text: 'byPerson' },
] as const;

export function DossierTabs() {
  const t = useText(gapTexts);
  const { pathname } = useLocation();
  return (
    <nav className="archives-tabs" aria-label={t('gapsTitle')}>
      {tabs.map(({ path, text }) => (
        <AppLink key={path} to={path} {...(pathname === path ? { 'aria-current': 'page' as const } : {})}>
          {t(text)}
        </AppLink>
      ))}
    </nav>
  );
}
