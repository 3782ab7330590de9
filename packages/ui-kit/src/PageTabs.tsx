import { useEffect, useRef } from 'react';
import { formatNumber, useLocale } from './locale.tsx';
import { AppLink } from './node.tsx';

export type PageTab = {
  to: string;
  label: string;
  /** Shown beside the label while it is above 0. */
  count?: number | undefined;
  isOpen: boolean;
};

type Props = {
  /** What the tabs choose among, for whoever hears the page. */
  label: string;
  tabs: readonly PageTab[];
  /** A choice within one page leaves no step behind. */
  replace?: boolean;
};

/** Pages beside one another; where the row is longer than a phone is wide, the open one is in sight. */
export function PageTabs({ label, tabs, replace = false }: Props) {
  const locale = useLocale();
  const row = useOpenInSight(tabs);
  return (
    <nav ref={row} className="by-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <AppLink
          key={tab.to}
          to={tab.to}
          replace={replace}
          {...(tab.isOpen ? { 'aria-current': 'page' as const } : {})}
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && <span>{formatNumber(tab.count, locale)}</span>}
        </AppLink>
      ))}
    </nav>
  );
}

/** So much of the neighbour shows, so that one sees that there is more. */
const neighbourPx = 32;

/** Again whenever another is open or widths change; never between, since a person scrolls too. */
function useOpenInSight(tabs: readonly PageTab[]) {
  const row = useRef<HTMLElement>(null);
  const drawn = tabs.map(({ label, count, isOpen }) => `${label} ${count ?? 0} ${isOpen}`).join();
  useEffect(() => {
    const nav = row.current;
    const open = nav?.querySelector<HTMLElement>('[aria-current]');
    if (!nav || !open) return;
    const start = open.offsetLeft - neighbourPx;
    const end = open.offsetLeft + open.offsetWidth + neighbourPx;
    if (start < nav.scrollLeft) nav.scrollLeft = start;
    else if (end > nav.scrollLeft + nav.clientWidth) nav.scrollLeft = end - nav.clientWidth;
  }, [drawn]);
  return row;
}
