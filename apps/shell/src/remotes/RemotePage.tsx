import { AppLink, holdsAny, PageHeader, useActor, useLocale, useText } from '@banyan/ui-kit';
import type { Remote } from '@banyan/ui-kit/remote';
import { Button, Skeleton } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { useLocation, useParams, useRoutes } from 'react-router';
import { shellTexts } from '../texts.ts';
import { retryRemote } from './load-remotes.ts';
import { forgetPages, pageOf } from './pages.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { nameOfRemote } from './remote-names.ts';
import { useRemoteStates } from './use-remotes.ts';

/** The pages of one domain, below its word in the address. */
export function RemotePage() {
  const { remote: name = '' } = useParams();
  const state = useRemoteStates().find((candidate) => candidate.name === name);
  const { pathname } = useLocation();
  if (!state) return <NotFound />;
  if (state.kind === 'loading') return <PageLoading />;
  if (state.kind === 'failed') return <RemoteDown name={name} onRetry={() => retryRemote(name)} />;
  return (
    <PageBoundary
      key={pathname}
      fallback={(retry) => (
        <RemoteDown
          name={name}
          onRetry={() => {
            forgetPages(state.remote);
            retry();
          }}
        />
      )}
    >
      <Suspense fallback={<PageLoading />}>
        <RemoteRoutes remote={state.remote} />
      </Suspense>
    </PageBoundary>
  );
}

function RemoteRoutes({ remote }: { remote: Remote }) {
  const actor = useActor();
  return useRoutes([
    ...remote.routes.map((route) => {
      const { path, permissions } = route;
      if (permissions && !holdsAny(actor, permissions)) return { path, element: <NotAllowed /> };
      const Page = pageOf(route);
      return { path, element: <Page /> };
    }),
    { path: '*', element: <NotFound /> },
  ]);
}

export function PageLoading() {
  const t = useText(shellTexts);
  return (
    <div role="status" aria-label={t('loading')} className="sh-page-loading">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}

function RemoteDown(props: { name: string; onRetry: () => void }) {
  const t = useText(shellTexts);
  const locale = useLocale();
  return (
    <PageMessage
      title={t('remoteDown')}
      text={t('remoteDownHint', { name: nameOfRemote(props.name, locale) })}
    >
      <Button onClick={props.onRetry}>{t('retry')}</Button>
    </PageMessage>
  );
}

export function NotFound() {
  const t = useText(shellTexts);
  return (
    <PageMessage title={t('notFound')} text={t('notFoundHint')}>
      <AppLink to="/">{t('toHome')}</AppLink>
    </PageMessage>
  );
}

function NotAllowed() {
  const t = useText(shellTexts);
  return (
    <PageMessage title={t('notAllowed')} text={t('notAllowedHint')}>
      <AppLink to="/">{t('toHome')}</AppLink>
    </PageMessage>
  );
}

function PageMessage(props: { title: string; text: string; children?: ReactNode }) {
  return (
    <>
      <PageHeader title={props.title} />
      <div className="by-card sh-message">
        <p>{props.text}</p>
        {props.children}
      </div>
    </>
  );
}
