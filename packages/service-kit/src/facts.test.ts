import { memberUpdated } from '@banyan/contracts/archives/events';
import { streamOf } from '@banyan/contracts/fact';
import { jetstreamManager } from '@nats-io/jetstream';
import { duringTests } from '@banyan/test-kit/during-tests';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { factRow, insertOutbox } from './outbox.ts';
import { systemScope } from './scope.ts';
import { handleOnce } from './subscriptions.ts';
import { startFacts, until, updated } from './testing/facts-under-test.ts';

const facts = duringTests(startFacts);

describe('facts', () => {
  it('arrive in order and have their effect once', async () => {
    const id = uuidv7();
    for (let version = 1; version <= 20; version += 1) await facts.announce(id, version);
    const rows = await until(
      () => facts.kept(id),
      (found) => found.length >= 20,
    );
    expect(rows.map(({ action }) => action)).toEqual(
      Array.from({ length: 20 }, (_, index) => `kept:${index + 1}`),
    );
  });

  it('have no second effect when they are delivered again', async () => {
    const id = uuidv7();
    await facts.announce(id, 1);
    await until(
      () => facts.kept(id),
      (found) => found.length === 1,
    );
    const [row] = await facts.source.owner<
      { id: string; message: string }[]
    >`select id, message from outbox order by sequence desc limit 1`;
    const again = { id: row?.id ?? '', text: row?.message ?? '' };
    expect(await handleOnce(facts.reader, facts.keep, [again, again])).toBe(0);
    expect(await facts.kept(id)).toHaveLength(1);
  });

  it('of a long transaction arrive, though a long queue that was stored later has gone before them', async () => {
    const early = uuidv7();
    const committed = Promise.withResolvers<void>();
    const stored = Promise.withResolvers<void>();
    const long = facts.database.write(systemScope('test'), async ({ sql }) => {
      await insertOutbox(sql, [
        factRow('archives', { definition: memberUpdated, subject: early, data: updated(early, 1) }),
      ]);
      stored.resolve();
      await committed.promise;
    });
    await stored.promise;
    const ids = Array.from({ length: 600 }, () => uuidv7());
    await facts.announceAll(ids);
    const arrived = (subjects: readonly string[]) => async () =>
      (
        await facts.target.owner<
          { n: number }[]
        >`select count(*)::int as n from audit_entries where subject_id = any(${[...subjects]}::uuid[])`
      )[0]?.n;
    await until(arrived(ids), (n) => n === ids.length);
    expect(await facts.kept(early)).toHaveLength(0);
    committed.resolve();
    await long;
    await until(arrived([early]), (n) => n === 1);
  });

  it('wait in the outbox while the broker is down, and all arrive once afterwards', async () => {
    const ids = Array.from({ length: 30 }, () => uuidv7());
    await facts.server.kill();
    for (const id of ids) await facts.announce(id, 1);
    await facts.server.start();
    for (const id of ids)
      expect(
        await until(
          () => facts.kept(id),
          (found) => found.length > 0,
        ),
      ).toHaveLength(1);
  });

  it('are published again when the broker lost its store, and still have their effect once', async () => {
    const before = uuidv7();
    await facts.announce(before, 1);
    await until(
      () => facts.kept(before),
      (found) => found.length === 1,
    );
    await facts.server.kill();
    await facts.server.wipe();
    await facts.server.start();
    const after = uuidv7();
    await facts.announce(after, 1);
    await until(
      () => facts.kept(after),
      (found) => found.length === 1,
    );
    expect(await facts.kept(before)).toHaveLength(1);
    const manager = await jetstreamManager(await facts.nats);
    const [{ count } = { count: 0 }] = await facts.source.owner<
      { count: number }[]
    >`select count(*)::int as count from outbox`;
    const info = await until(
      () => manager.streams.info(streamOf('archives')),
      ({ state }) => state.messages >= count,
    );
    expect(info.state.messages).toBe(count);
  });
});
