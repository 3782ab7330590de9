import { streamOf } from '@banyan/contracts/fact';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import type { Database } from './database.ts';
import { AppError, notFound } from './error.ts';
import type { Scope } from './scope.ts';
import { systemScope } from './scope.ts';
import { summarizeError } from './serialize-error.ts';
import { handleNew, type Subscription } from './subscriptions.ts';

export interface DeadLetter {
  readonly id: string;
  readonly handler: string;
  readonly eventId: string;
  readonly subject: string;
  readonly reason: string;
  readonly deliveries: number;
  readonly parkedAt: string;
  readonly replayedAt: string | null;
}

export interface ParkInput {
  readonly handler: string;
  readonly eventId: string;
  readonly subject: string;
  readonly message: string;
  readonly deliveries: number;
  readonly error: unknown;
}

/** Keeps a message that no delivery could handle, until a person replays it. */
export async function parkDeadLetter(database: Database, input: ParkInput): Promise<void> {
  const reason = summarizeError(input.error);
  await database.write(systemScope('dead-letter.park'), async (tx) => {
    await tx.sql`
      insert into dead_letters (id, handler, event_id, subject, message, reason, deliveries)
      values (${uuidv7()}, ${input.handler}, ${input.eventId}, ${input.subject}, ${input.message}, ${reason.slice(0, 2_000)}, ${input.deliveries})
      on conflict (handler, event_id) do update set reason = excluded.reason, parked_at = now(), replayed_at = null`;
  });
}

export interface UnreadableInput {
  readonly source: string;
  /** Place in the stream of its source. */
  readonly sequence: number;
  readonly subject: string;
  readonly data: Uint8Array;
  readonly deliveries: number;
  readonly error: unknown;
}

/** Of what is no fact so much is kept as a person needs to see what it is. */
const keptBytes = 64 * 1024;
const placesInStreams = '0d3a4f0e-5f0b-4d0c-9a53-6f3d1c1f7c5a';

/** Keeps a message that cannot be read, once, under its place in the stream: it has no id that could be trusted. */
export async function parkUnreadable(database: Database, input: UnreadableInput): Promise<void> {
  const { source, sequence, data } = input;
  // PostgreSQL keeps no NUL in a text.
  const message = new TextDecoder().decode(data.subarray(0, keptBytes)).replaceAll('\0', '\uFFFD');
  const eventId = uuidv5(`${streamOf(source)}:${sequence}`, placesInStreams);
  await parkDeadLetter(database, { ...input, message, eventId, handler: `unreadable:${source}` });
}

export async function listDeadLetters(database: Database, scope: Scope): Promise<DeadLetter[]> {
  return database.read(
    scope,
    (tx) => tx.sql<DeadLetter[]>`
    select id, handler, event_id as "eventId", subject, reason, deliveries, parked_at as "parkedAt", replayed_at as "replayedAt"
    from dead_letters order by replayed_at is not null, parked_at desc limit 200`,
  );
}

/** Runs the handler again in a transaction of its own; what fails again stays parked with the new reason. */
export async function replayDeadLetter(
  database: Database,
  domain: string,
  scope: Scope,
  subscriptions: readonly Subscription[],
  id: string,
): Promise<void> {
  await database.write(scope, async (tx) => {
    const [letter] = await tx.sql<{ handler: string; event_id: string; message: string }[]>`
      select handler, event_id, message from dead_letters where id = ${id} and replayed_at is null for update`;
    const subscription = subscriptions.find(({ name }) => name === letter?.handler);
    if (letter === undefined) throw notFound();
    if (subscription === undefined) throw noReaction();
    await tx.enter(systemScope(`handler:${subscription.name}`));
    await handleNew(tx, subscription, [{ id: letter.event_id, text: letter.message }]);
    await tx.sql`update dead_letters set replayed_at = now(), replayed_by = ${scope.actor.accountId} where id = ${id}`;
    tx.audit({
      action: `${domain}.dead-letter.replay`,
      entity: 'dead-letter',
      subjectId: id,
      organizationId: null,
    });
  });
}

function noReaction(): AppError {
  return new AppError('conflict', 'dead-letter.no-reaction', 'This message cannot be handled.', {
    detail:
      'Nothing here reacts to it: it is no fact that can be read, or its reaction is gone. See its reason, and have its sender announce anew what is true.',
  });
}
