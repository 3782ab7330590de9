import { narrow, useActor, useMedia, useText } from '@banyan/ui-kit';
import { Drawer } from 'antd';
import { Suspense, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { PageBoundary } from '../remotes/PageBoundary.tsx';
import { PageLoading } from '../remotes/RemotePage.tsx';
import { LiveNotices } from '../session/LiveNotices.tsx';
import { SessionDialog } from '../session/SessionDialog.tsx';
import { PageBroken } from '../start/PageBroken.tsx';
import { shellTexts } from '../texts.ts';
import { Header } from './Header.tsx';
import { useRememberAddress } from './last-address.ts';
import { RouteFocus } from './RouteFocus.tsx';
import { Sidebar } from './Sidebar.tsx';

/** Header, menu and the page: the frame that stays while pages come and go. */
export function ConsoleLayout() {
  const t = useText(shellTexts);
  const phone = useMedia(narrow);
  const compact = useMedia('(max-width: 1280px)');
  const actor = useActor();
  const { pathname } = useLocation();
  useRememberAddress();
  const [menuOpenAt, setMenuOpenAt] = useState<string | null>(null);
  return (
    <div className={compact ? 'sh sh-compact' : 'sh'} key={actor.id}>
      <a href="#main" className="sh-skip">
        {t('skip')}
      </a>
      <Header phone={phone} onMenu={() => setMenuOpenAt(pathname)} />
      {!phone && <Sidebar icons={compact} />}
      {phone && (
        <Drawer
          open={menuOpenAt === pathname}
          placement="left"
          size={260}
          title={t('menu')}
          onClose={() => setMenuOpenAt(null)}
          className="sh-drawer"
        >
          <Sidebar icons={false} />
        </Drawer>
      )}
      <div className="sh-body">
        <LiveNotices />
        <main id="main" tabIndex={-1}>
          <PageBoundary key={pathname} fallback={() => <PageBroken />}>
            <Suspense fallback={<PageLoading />}>
              <Outlet />
            </Suspense>
          </PageBoundary>
        </main>
      </div>
      <RouteFocus />
      <SessionDialog />
    </div>
  );
}
