import { PageTabs, useText } from '@banyan/ui-kit';
import { useLocation } from 'react-router';
import { gapTexts } from './gap-texts.ts';
import './dossiers.css';

const tabs = [
  { to: '/archives/dossiers', text: 'byBranch' },
  { to: '/archives/dossiers/people', text: 'byPerson' },
] as const;

export function DossierTabs() {
  const t = useText(gapTexts);
  const { pathname } = useLocation();
  return (
    <PageTabs
      label={t('gapsTitle')}
      tabs={tabs.map(({ to, text }) => ({ to, label: t(text), isOpen: pathname === to }))}
    />
  );
}
