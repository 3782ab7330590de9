import { v7 as uuidv7 } from 'uuid';
import type { Database } from './database.ts';
import { notFound } from './error.ts';
import type { Scope } from './scope.ts';
import { systemScope } from './scope.ts';
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
  const reason = input.error instanceof Error ? input.error.message : String(input.error);
  await database.write(systemScope('dead-letter.park'), async (tx) => {
    await tx.sql`
      insert into dead_letters (id, handler, event_id, subject, message, reason, deliveries)
      values (${uuidv7()}, ${input.handler}, ${input.eventId}, ${input.subject}, ${input.message}, ${reason.slice(0, 2_000)}, ${input.deliveries})
      on conflict (handler, event_id) do update set reason = excluded.reason, parked_at = now(), replayed_at = null`;
  });
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
    if (letter === undefined || subscription === undefined) throw notFound();
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
