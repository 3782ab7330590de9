import { identity } from '@banyan/api-client/identity';
import { type Actor, problemOf, problemText, take, useLocale, useText } from '@banyan/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { actorKey } from '../start/actor-query.ts';
import { shellTexts } from '../texts.ts';

type Change = Partial<Actor['preferences']>;

/** Shown at once; taken back when the service refuses. */
export function useChangePreferences(): (change: Change) => void {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const t = useText(shellTexts);
  const locale = useLocale();
  return (change) => {
    const before = queries.getQueryData<Actor>(actorKey);
    if (!before) return;
    queries.setQueryData<Actor>(actorKey, { ...before, preferences: { ...before.preferences, ...change } });
    take(identity.client.PATCH('/api/identity/me/preferences', { body: change })).catch((error: unknown) => {
      queries.setQueryData<Actor>(actorKey, before);
      message.error(t('preferencesFailed', { reason: problemText(problemOf(error), locale) }));
    });
  };
}
