import { organizationsKey, useText } from '@banyan/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { use, useEffect, useState, useSyncExternalStore } from 'react';
import { actorKey } from '../start/actor-query.ts';
import { fetchRegistry, versionsOf } from '../start/registry.ts';
import { shellTexts } from '../texts.ts';
import { RegistryContext } from './registry-context.ts';
import { askToSignIn, keepPageOnSessionLoss, onSessionChange, sessionIsLost } from './session-gate.ts';
import { type ConsoleEvent, useEvents } from './use-events.ts';

/** Lost network, a newer version, changed rights: said at once, above the page. */
export function LiveNotices() {
  const t = useText(shellTexts);
  const online = useOnline();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [newer, setNewer] = useState(false);
  const opened = versionsOf(use(RegistryContext));
  const lost = useSyncExternalStore(onSessionChange, sessionIsLost);
  useEffect(keepPageOnSessionLoss, []);
  const heard = async (kind: ConsoleEvent) => {
    if (kind === 'session-ended') void askToSignIn();
    if (kind === 'registry-changed') setNewer(await isNewer(opened));
    if (kind !== 'access-changed') return;
    await queries.invalidateQueries({ queryKey: actorKey });
    await queries.invalidateQueries({ queryKey: organizationsKey });
    await queries.invalidateQueries();
    message.info(t('accessChanged'));
  };
  useEvents(online && !lost, opened, (kind) => void heard(kind).catch(() => {}));
  return (
    <>
      {!online && (
        <div className="sh-banner sh-banner-offline" role="alert">
          {t('offline')}
        </div>
      )}
      {newer && (
        <div className="sh-banner" role="status">
          <strong>{t('newVersion')}</strong>
          <span>{t('newVersionHint')}</span>
          <Button size="small" type="primary" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
          <Button size="small" onClick={() => setNewer(false)}>
            {t('later')}
          </Button>
        </div>
      )}
    </>
  );
}

async function isNewer(opened: string): Promise<boolean> {
  return versionsOf(await fetchRegistry()) !== opened;
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed);
      addEventListener('offline', changed);
      return () => {
        removeEventListener('online', changed);
        removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}
