import { envelopeSchema, type FactData, type FactDefinition, subjectOf } from '@banyan/contracts/fact';
import type { Database, WriteTransaction } from './database.ts';
import { systemScope } from './scope.ts';

export interface FactContext {
  readonly id: string;
  /** Id of the record the fact is about. */
  readonly subject: string;
  readonly time: string;
}

/** A fact as it came. */
export interface FactMessage {
  readonly id: string;
  readonly text: string;
}

/** A reaction. `name` is its identity in `inbox_events`: never reuse one for another effect. */
export interface Subscription {
  readonly name: string;
  /** A fact's type, or a pattern with `*` for one part, such as `*.audit.recorded`. */
  readonly type: string;
  /**
   * `stream`: one by one, after everything of this kind that came before it. `record`: after what came before about the
   * same record; facts about different records are handled side by side, and many in one transaction.
   */
  readonly order: 'stream' | 'record';
  readonly handle: (tx: WriteTransaction, messages: readonly FactMessage[]) => Promise<void>;
}

/** Declares `event → handler`. The handler's effects, and that it ran, are stored in one transaction. */
export function on<Definition extends FactDefinition>(
  definition: Definition,
  name: string,
  handler: (tx: WriteTransaction, data: FactData<Definition>, fact: FactContext) => Promise<void>,
): Subscription {
  return {
    name,
    type: definition.type,
    order: 'stream',
    handle: async (tx, messages) => {
      for (const message of messages) {
        const { data, ...context } = factIn(definition, message);
        await handler(tx, data, context);
      }
    },
  };
}

/**
 * Declares a reaction that concerns nothing but the records its facts are about. It is given all that wait, those about
 * one record in their order; if it throws, each is handled alone.
 */
export function onMany<Definition extends FactDefinition>(
  definition: Definition,
  name: string,
  handler: (tx: WriteTransaction, facts: readonly FactData<Definition>[]) => Promise<void>,
): Subscription {
  return {
    name,
    type: definition.type,
    order: 'record',
    handle: (tx, messages) =>
      handler(
        tx,
        messages.map((message) => factIn(definition, message).data),
      ),
  };
}

function factIn<Definition extends FactDefinition>(
  definition: Definition,
  { text }: FactMessage,
): FactContext & { readonly data: FactData<Definition> } {
  const { id, subject, time, data } = envelopeSchema.parse(JSON.parse(text));
  return { id, subject, time, data: definition.data.parse(data) as FactData<Definition> };
}

/** Runs a handler once per event, whatever is redelivered, in one transaction. Returns how many events were new to it. */
export async function handleOnce(
  database: Database,
  subscription: Subscription,
  messages: readonly FactMessage[],
): Promise<number> {
  return database.write(systemScope(`handler:${subscription.name}`), (tx) =>
    handleNew(tx, subscription, messages),
  );
}

/** `handleOnce` within a transaction that does more. */
export async function handleNew(
  tx: WriteTransaction,
  subscription: Subscription,
  messages: readonly FactMessage[],
): Promise<number> {
  const rows = await tx.sql<{ eventId: string }[]>`
    insert into inbox_events (handler, event_id)
    select ${subscription.name}, unnest(${messages.map(({ id }) => id)}::uuid[])
    on conflict do nothing returning event_id as "eventId"`;
  const unseen = new Set(rows.map(({ eventId }) => eventId));
  // Twins in one batch count once.
  const fresh = messages.filter(({ id }) => unseen.delete(id));
  if (fresh.length > 0) await subscription.handle(tx, fresh);
  return fresh.length;
}

/** True when a subscription's type covers a subject. */
export function covers(type: string, subject: string): boolean {
  const wanted = subjectOf(type).split('.');
  const parts = subject.split('.');
  return (
    wanted.length === parts.length && wanted.every((part, index) => part === '*' || part === parts[index])
  );
}
