import { AppLink, formatNumber, useLocale, useNode, useText } from '@banyan/ui-kit';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useRegisterCounts } from './queries.ts';
import { registerTexts } from './register-texts.ts';
import './registers.css';

const tabs = ['due', 'outflow', 'inflow', 'out-of-contact', 'reductions'] as const;
const pathOf = (tab: (typeof tabs)[number]) => `/archives/registers${tab === 'due' ? '' : `/${tab}`}`;

/** The registers beside one another, with how many each holds. */
export function RegisterTabs() {
  const t = useText(registerTexts);
  const locale = useLocale();
  const { pathname } = useLocation();
  const counts = useRegisterCounts(useNode()).data;
  const count = counts && {
    due: counts.due,
    outflow: counts.outflow,
    inflow: counts.inflow,
    'out-of-contact': counts.outOfContact,
    reductions: Object.values(counts.reductions).reduce((sum, one) => sum + one, 0),
  };
  const nav = useRef<HTMLElement>(null);
  // On a phone they are wider than the page: the one that is open is in sight.
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current && open)
      nav.current.scrollLeft = open.offsetLeft + open.offsetWidth - nav.current.clientWidth;
  }, [pathname, count !== undefined]);
  return (
    <nav ref={nav} className="archives-tabs" aria-label={t('registers')}>
      {tabs.map((tab) => (
        <AppLink
          key={tab}
          to={pathOf(tab)}
          {...(pathname === pathOf(tab) ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`tab.${tab}`)}
          {count && count[tab] > 0 && <span>{formatNumber(count[tab], locale)}</span>}
        </AppLink>
      ))}
    </nav>
  );
}
