import { memberUpdated } from '@banyan/contracts/archives/events';
import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import { startTestNats, type TestNats } from '@banyan/test-kit/nats';
import { v7 as uuidv7 } from 'uuid';
import { connect } from '../connect.ts';
import { createDatabase, type Database } from '../database.ts';
import { createLog } from '../log.ts';
import { AppError, OperatorError } from '../error.ts';
import { kitMigrations } from '../migrate.ts';
import { connectNats } from '../nats.ts';
import { startRelay } from '../relay.ts';
import { systemScope } from '../scope.ts';
import { startSubscriber, type Subscriber } from '../subscriber.ts';
import { onMany, type Subscription } from '../subscriptions.ts';

interface Handled {
  /** How many facts each transaction that committed has kept. */
  together: number[];
  /** People whose facts cannot be kept. */
  broken: ReadonlySet<string>;
  /** The person at whose facts the connection dies once. */
  lost: string | null;
  /** Deliveries during which another service, that the reaction needs, is away. */
  away: number;
}

/** One domain that announces, a broker, and one domain that keeps what it hears. */
export interface FactsUnderTest {
  readonly server: TestNats;
  readonly nats: ReturnType<typeof connectNats>;
  readonly source: TestDatabase;
  readonly target: TestDatabase;
  readonly database: Database;
  readonly reader: Database;
  readonly subscriber: Subscriber;
  readonly keep: Subscription;
  readonly handled: Handled;
  announce(id: string, version: number): Promise<void>;
  /** One fact about each, all in one transaction. */
  announceAll(ids: readonly string[]): Promise<void>;
  kept(id: string): Promise<{ action: string }[]>;
  close(): Promise<void>;
}

export async function startFacts(): Promise<FactsUnderTest> {
  const log = createLog('test', 'silent');
  const server = await startTestNats();
  const source = await createTestDatabase('archives', [kitMigrations]);
  const target = await createTestDatabase('notes', [kitMigrations]);
  const [from, to] = [connect(source.url, 3, 'archives'), connect(target.url, 3, 'notes')];
  const nats = connectNats({ NATS_URL: server.url }, 'test', log);
  const relay = startRelay({ client: from, nats, domain: 'archives', log });
  const database = createDatabase(from, { domain: 'archives', onFacts: () => relay.wake() });
  const reader = createDatabase(to, { domain: 'notes', onFacts: () => undefined });
  const handled: Handled = { together: [], broken: new Set(), lost: null, away: 0 };
  const keep = keeping(handled);
  const domains = { domain: 'notes', sources: ['archives'], subscriptions: [keep] };
  const subscriber = startSubscriber({ database: reader, nats, ...domains, log, backoffMs: [1] });
  const emit = (ids: readonly string[], version: number) =>
    database.write(systemScope('test'), async (tx) => {
      for (const id of ids) tx.emit(memberUpdated, id, updated(id, version));
    });
  return {
    server,
    nats,
    source,
    target,
    database,
    reader,
    subscriber,
    keep,
    handled,
    announce: (id, version) => emit([id], version),
    announceAll: (ids) => emit(ids, 1),
    kept: (id) =>
      target.owner<{ action: string }[]>`
        select action from audit_entries where subject_id = ${id} and action like 'kept:%' order by at, id`,
    close: async () => {
      await subscriber.stop();
      await relay.stop();
      await (await nats).close();
      await Promise.all([from, to].map((client) => client.end({ timeout: 1 })));
      await Promise.all([source.drop(), target.drop()]);
      await server.close();
    },
  };
}

function keeping(handled: Handled): Subscription {
  return onMany(memberUpdated, 'notes:keep', async (tx, facts) => {
    if (handled.away > 0) {
      handled.away -= 1;
      throw new AppError('unavailable', 'identity.unavailable', 'Away.');
    }
    if (facts.some(({ person }) => handled.broken.has(person.id))) throw new OperatorError('cannot be kept');
    for (const { version, person } of facts)
      await tx.sql`insert into audit_entries (id, action, entity, subject_id) values (${uuidv7()}, ${`kept:${version}`}, 'note', ${person.id})`;
    if (facts.some(({ person }) => person.id === handled.lost)) {
      handled.lost = null;
      await tx.sql`select pg_terminate_backend(pg_backend_pid())`;
    }
    handled.together.push(facts.length);
  });
}

export function updated(id: string, version: number) {
  const person = {
    id,
    name: '李',
    pinyin: 'li',
    organizationId: id,
    sectionId: null,
    stage: 'full',
    state: 'active',
    accountId: null,
    version,
  } as const;
  return { version, fields: ['post' as const], person };
}

/** Until what is asked for is seen; the test's own time limit ends a wait that is in vain. */
export async function until<Value>(
  look: () => Promise<Value>,
  wanted: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await look();
    if (wanted(value)) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
