import { identity, type IdentitySchemas } from '@banyan/api-client/identity';
import {
  NoticeTag,
  ProblemNotice,
  problemOf,
  problemText,
  RelativeTime,
  take,
  useLocale,
  useText,
} from '@banyan/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Skeleton } from 'antd';
import { shellTexts } from '../texts.ts';
import { deviceName } from './device-name.ts';

type Session = IdentitySchemas['Session'];

/** Where I am signed in; a session that I do not know can be ended here. */
export function SessionsCard() {
  const t = useText(shellTexts);
  const sessions = useQuery(identity.query('/api/identity/sessions', { params: { query: {} } }));
  return (
    <section className="by-card sh-profile-wide">
      <h2>
        {t('sessions')}{' '}
        {sessions.data && (
          <span className="by-third">
            {sessions.data.total} / {sessions.data.limit}
          </span>
        )}
      </h2>
      <p className="sh-card-hint">
        {t('sessionsHint')}
        {sessions.data && ` ${t('sessionsLimit', { limit: sessions.data.limit })}`}
      </p>
      {sessions.isPending && <Skeleton active className="sh-card-loading" />}
      {sessions.isError && <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul className="sh-sessions">
        {sessions.data?.items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const t = useText(shellTexts);
  const locale = useLocale();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      take(identity.client.DELETE('/api/identity/sessions/{id}', { params: { path: { id: session.id } } })),
    onSuccess: () => {
      message.success(t('sessionEnded'));
      return queries.invalidateQueries({ queryKey: identity.key('/api/identity/sessions') });
    },
    onError: (error) => message.error(problemText(problemOf(error), locale)),
  });
  const device = deviceName(session.userAgent) ?? t('unknownDevice');
  return (
    <li>
      <div>
        <strong>{device}</strong> {session.current && <NoticeTag>{t('sessionCurrent')}</NoticeTag>}
        <div className="by-third">
          {session.address ?? '—'} · {t('sessionSince')} <RelativeTime at={session.createdAt} /> ·{' '}
          {t('sessionSeen')} <RelativeTime at={session.lastSeenAt} />
        </div>
      </div>
      {!session.current && (
        <Popconfirm
          title={t('sessionEndAsk')}
          okText={t('sessionEnd')}
          cancelText={t('cancel')}
          onConfirm={() => end.mutateAsync().catch(() => {})}
        >
          <Button size="small" loading={end.isPending} aria-label={`${t('sessionEnd')} ${device}`}>
            {t('sessionEnd')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
