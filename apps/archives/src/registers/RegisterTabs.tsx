import { PageTabs, useNode, useText } from '@banyan/ui-kit';
import { useLocation } from 'react-router';
import { useRegisterCounts } from './queries.ts';
import { registerTexts } from './register-texts.ts';
import './registers.css';

const tabs = ['due', 'outflow', 'inflow', 'out-of-contact', 'reductions'] as const;
const pathOf = (tab: (typeof tabs)[number]) => `/archives/registers${tab === 'due' ? '' : `/${tab}`}`;

/** The registers beside one another, with how many each holds. */
export function RegisterTabs() {
  const t = useText(registerTexts);
  const { pathname } = useLocation();
  const counts = useRegisterCounts(useNode()).data;
  const count = counts && {
    due: counts.due,
    outflow: counts.outflow,
    inflow: counts.inflow,
    'out-of-contact': counts.outOfContact,
    reductions: Object.values(counts.reductions).reduce((sum, one) => sum + one, 0),
  };
  return (
    <PageTabs
      label={t('registers')}
      tabs={tabs.map((tab) => ({
        to: pathOf(tab),
        label: t(`tab.${tab}`),
        count: count?.[tab],
        isOpen: pathname === pathOf(tab),
      }))}
    />
  );
}
