import { HomeOutlined, ReloadOutlined } from '@ant-design/icons';
import { useLocale, useNode, useText, withNode } from '@banyan/ui-kit';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { retryRemote } from '../remotes/load-remotes.ts';
import { preloadPage } from '../remotes/pages.ts';
import { nameOfRemote } from '../remotes/remote-names.ts';
import { useOffer } from '../remotes/use-remotes.ts';
import { shellTexts } from '../texts.ts';
import { lastAddress } from './last-address.ts';

/** The menu: what the remotes offer ∩ what I hold, in two groups. */
export function Sidebar(props: { icons: boolean }) {
  const t = useText(shellTexts);
  const locale = useLocale();
  const offer = useOffer();
  const groups = (['work', 'admin'] as const).map((group) => ({
    group,
    entries: offer.menu.filter((entry) => entry.group === group),
  }));
  return (
    <nav className={props.icons ? 'sh-sidebar sh-icons' : 'sh-sidebar'} aria-label={t('menu')}>
      <Item path="/" label={t('home')} icon={<HomeOutlined />} icons={props.icons} end />
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ group, entries }) => (
          <section key={group} aria-label={t(group)}>
            <h2 aria-hidden={props.icons}>{props.icons ? '' : t(group)}</h2>
            {entries.map((entry) => (
              <Item
                key={entry.path}
                path={entry.path}
                label={entry.label[locale]}
                icon={entry.icon}
                icons={props.icons}
              />
            ))}
          </section>
        ))}
      {offer.failed.map((name) => (
        <button
          key={name}
          type="button"
          className="sh-item sh-item-failed"
          onClick={() => retryRemote(name)}
          title={t('retry')}
        >
          <ReloadOutlined />
          <span>{t('remoteFailed', { name: nameOfRemote(name, locale) })}</span>
        </button>
      ))}
    </nav>
  );
}

function Item(props: { path: string; label: string; icon: ReactNode; icons: boolean; end?: boolean }) {
  const node = useNode();
  const { pathname } = useLocation();
  const to = withNode(lastAddress(props.path, pathname), node);
  const link = (
    <NavLink
      to={to}
      end={props.end ?? false}
      className={({ isActive }) => (isActive ? 'sh-item sh-item-active' : 'sh-item')}
      onPointerEnter={() => preloadPage(to)}
      onFocus={() => preloadPage(to)}
    >
      {props.icon}
      <span>{props.label}</span>
    </NavLink>
  );
  return props.icons ? (
    <Tooltip title={props.label} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
