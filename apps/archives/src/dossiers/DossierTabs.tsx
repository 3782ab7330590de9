import { AppLink, useText } from '@banyan/ui-kit';
import { useLocation } from 'react-router';
import { dossierTexts } from './dossier-texts.ts';
import '../registers/registers.css';
import './dossiers.css';

const tabs = [
  { path: '/archives/dossiers', text: 'byBranch' },
  { path: '/archives/dossiers/people', text: 'byPerson' },
] as const;

export function DossierTabs() {
  const t = useText(dossierTexts);
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
