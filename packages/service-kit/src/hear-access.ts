import { type FactDefinition, subjectOf } from '@banyan/contracts/fact';
import { grantChanged } from '@banyan/contracts/identity/events';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Kit } from './kit.ts';
import { readFact } from './read-fact.ts';

/** What every process of a service hears at once, beside the durable consumers, of which only one gets each fact. */
export const heardFacts: readonly FactDefinition[] = [grantChanged];

/**
 * A changed grant is a hint. The access that the fact carries is not believed: identity is asked for what is true, about
 * accounts that are held here at an older revision.
 */
export async function hearAccess(
  { access, authenticator, log }: Kit,
  nats: Promise<NatsConnection>,
): Promise<void> {
  (await nats).subscribe(subjectOf(grantChanged.type), {
    callback: (error, message) => {
      if (error !== null) return;
      try {
        const { accountId, revision } = readFact(grantChanged, message);
        const known = access.revision(accountId);
        if (known >= 0 && known < revision) authenticator.doubt(accountId);
      } catch (reason) {
        log.warn({ error: reason, subject: message.subject }, 'access: a fact could not be read');
      }
    },
  });
}
