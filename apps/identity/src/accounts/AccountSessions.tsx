import {
  formatInstant,
  problemOf,
  ProblemNotice,
  RelativeTime,
  useLocale,
  useProblemText,
  useText,
} from '@banyan/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { accountTexts } from './account-texts.ts';
import { endSession, sessionsKey, useAccountSessions } from './queries.ts';

/** Where the account is signed in now; each session can be ended, which holds everywhere within a second. */
export function AccountSessions({ accountId }: { accountId: string }) {
  const t = useText(accountTexts);
  const locale = useLocale();
  const words = useProblemText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const sessions = useAccountSessions(accountId);
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => void message.success(t('ended')),
    onError: (error) => void message.error(words(problemOf(error))),
    onSettled: () => void queries.invalidateQueries({ queryKey: sessionsKey }),
  });
  return (
    <div className="identity-sessions">
      <h3>
        {t('sessions')}{' '}
        {sessions.data && (
          <span className="by-third">
            {t('sessionCount', { count: sessions.data.total, limit: sessions.data.limit })}
          </span>
        )}
      </h3>
      {sessions.data && <p className="by-third">{t('sessionLimit', { limit: sessions.data.limit })}</p>}
      {sessions.isError && <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data?.items.length === 0 && <p className="by-third">{t('noSessions')}</p>}
      <ul>
        {sessions.data?.items.map((session) => {
          const address = session.address ?? t('unknownDevice');
          return (
            <li key={session.id}>
              <span>
                <span>
                  {address} · {deviceOf(session.userAgent) ?? t('unknownDevice')}
                </span>
                <br />
                <span className="by-third">
                  {t('sessionSince', { at: formatInstant(session.createdAt, locale) })} · {t('sessionSeen')}{' '}
                  <RelativeTime at={session.lastSeenAt} />
                  {session.current && ` · ${t('sessionCurrent')}`}
                </span>
              </span>
              <Button
                size="small"
                aria-label={t('endOf', { address })}
                loading={end.isPending && end.variables === session.id}
                onClick={() => end.mutate(session.id)}
              >
                {t('end')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const browsers = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** "Chrome · Windows": enough to know one's own device again. */
export function deviceOf(userAgent: string | null): string | null {
  const find = (list: readonly (readonly [string, string])[]) =>
    list.find(([mark]) => userAgent?.includes(mark))?.[1];
  return [find(browsers), find(systems)].filter(Boolean).join(' · ') || null;
}
