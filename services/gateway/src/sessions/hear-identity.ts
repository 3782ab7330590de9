import { type FactData, type FactDefinition, subjectOf } from '@banyan/contracts/fact';
import { accountDisabled, grantChanged, sessionEnded } from '@banyan/contracts/identity/events';
import type { Log } from '@banyan/service-kit/log';
import { type connectNats, onReconnect } from '@banyan/service-kit/nats';
import { readFact } from '@banyan/service-kit/read-fact';
import type { EventStreams } from '../events/event-streams.ts';
import type { TokenCache } from './token-cache.ts';

/** The gateway may listen to these and to nothing else. */
export const heardFacts: readonly FactDefinition[] = [sessionEnded, grantChanged, accountDisabled];

type Connection = Awaited<ReturnType<typeof connectNats>>;

/**
 * What identity announces about sessions takes effect here at once, beside the seconds after which tokens are renewed. A
 * fact only has a token dropped, for which identity is asked again: it gives nobody anything. `onReturn` is called where
 * facts may have been missed.
 */
export function hearIdentity(
  connection: Connection,
  tokens: TokenCache,
  streams: EventStreams,
  log: Log,
  onReturn: () => void,
): void {
  function hear<Definition extends FactDefinition>(
    definition: Definition,
    effect: (data: FactData<Definition>) => void,
  ): void {
    connection.subscribe(subjectOf(definition.type), {
      callback: (error, message) => {
        if (error !== null) return;
        try {
          effect(readFact(definition, message));
        } catch (reason) {
          log.warn({ error: reason, subject: message.subject }, 'sessions: a fact could not be read');
        }
      },
    });
  }

  hear(sessionEnded, ({ sessionId, accountId }) => {
    tokens.endSession(sessionId, accountId);
    streams.endSession(sessionId);
  });
  hear(grantChanged, ({ accountId, revision }) => {
    tokens.renewAccount(accountId);
    streams.toAccount(accountId, 'access-changed', { revision });
  });
  hear(accountDisabled, ({ accountId }) => {
    tokens.renewAccount(accountId);
    streams.endAccount(accountId);
  });
  void onReconnect(connection, () => {
    tokens.renewAll();
    onReturn();
  });
}
