import { memberUpdated } from '@banyan/contracts/archives/events';
import { jetstream } from '@nats-io/jetstream';
import { duringTests } from '@banyan/test-kit/during-tests';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { replayDeadLetter } from './dead-letters.ts';
import { factRow } from './outbox.ts';
import { systemScope } from './scope.ts';
import { startFacts, until, updated } from './testing/facts-under-test.ts';

const facts = duringTests(startFacts);

describe('facts', () => {
  it('that have heaped up are kept many at a time, those of one record in order', async () => {
    facts.handled.together = [];
    const ids = Array.from({ length: 100 }, () => uuidv7());
    await facts.database.write(systemScope('test'), async (tx) => {
      for (const version of [1, 2, 3]) for (const id of ids) tx.emit(memberUpdated, id, updated(id, version));
    });
    for (const id of ids)
      await until(
        () => facts.kept(id),
        (rows) => rows.map(({ action }) => action).join() === 'kept:1,kept:2,kept:3',
      );
    expect(facts.handled.together.reduce((sum, count) => sum + count)).toBe(300);
    expect(facts.handled.together.length).toBeLessThan(100);
  });

  it('whose transaction dies with its connection are kept once, none of them parked', async () => {
    const ids = Array.from({ length: 60 }, () => uuidv7());
    facts.handled.lost = ids[30] as string;
    await facts.announceAll(ids);
    for (const id of ids)
      await until(
        () => facts.kept(id),
        (rows) => rows.length > 0,
      );
    await facts.subscriber.settle();
    for (const id of ids) expect(await facts.kept(id)).toHaveLength(1);
    expect(facts.handled.lost).toBeNull();
    expect(await facts.target.owner`select id from dead_letters`).toEqual([]);
  });

  it('whose reaction needs somebody who is away wait for as long as that takes, and are not parked', async () => {
    const id = uuidv7();
    facts.handled.away = 12;
    await facts.announce(id, 1);
    await until(
      () => facts.kept(id),
      (rows) => rows.length === 1,
    );
    expect(facts.handled.away).toBe(0);
    expect(await facts.target.owner`select id from dead_letters`).toEqual([]);
  });

  it('that are no facts are parked at their first delivery, are not delivered again and stop nothing', async () => {
    const connection = await facts.nats;
    const subject = 'banyan.archives.member.updated';
    const { message: genuine } = factRow('archives', {
      definition: memberUpdated,
      subject: 'x',
      data: updated(uuidv7(), 1),
    });
    const bad = [
      'no JSON',
      '{}',
      genuine.replace('urn:banyan:archives', 'urn:banyan:identity'),
      genuine.replace('archives.member.updated', 'archives.member.admitted'),
    ];
    for (const message of bad) await jetstream(connection).publish(subject, message);
    const id = uuidv7();
    await facts.announce(id, 1);
    await until(
      () => facts.kept(id),
      (rows) => rows.length === 1,
    );
    await facts.subscriber.settle();
    const letters = await facts.target.owner<{ id: string; deliveries: number; message: string }[]>`
      select id, deliveries, message from dead_letters where handler = 'unreadable:archives' order by parked_at`;
    expect(letters.map(({ message, deliveries }) => [message, deliveries])).toEqual(
      bad.map((text) => [text, 1]),
    );
    await expect(
      replayDeadLetter(facts.reader, 'notes', systemScope('test'), [facts.keep], letters[0]?.id ?? ''),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'dead-letter.no-reaction' });
    await facts.target.owner`delete from dead_letters`;
  });

  it('of which one cannot be kept are kept all the same, and that one is parked', async () => {
    const ids = Array.from({ length: 60 }, () => uuidv7());
    const bad = ids[30] as string;
    facts.handled.broken = new Set([bad]);
    await facts.announceAll(ids);
    for (const id of ids.filter((each) => each !== bad))
      await until(
        () => facts.kept(id),
        (rows) => rows.length === 1,
      );
    const parked = () => facts.target.owner`
      select id from dead_letters where message like ${`%"subject":"${bad}"%`}`;
    await until(parked, (letters) => letters.length === 1);
    expect(await facts.kept(bad)).toEqual([]);
    facts.handled.broken = new Set();
  });

  it('that cannot be handled are parked with their reason and stop nothing; a person replays them', async () => {
    const [bad, good] = [uuidv7(), uuidv7()];
    facts.handled.broken = new Set([bad]);
    await facts.announce(bad, 1);
    await facts.announce(good, 1);
    await until(
      () => facts.kept(good),
      (found) => found.length === 1,
    );
    const [event] = await facts.source.owner<
      { id: string; message: string }[]
    >`select id, message from outbox where message like ${`%"subject":"${bad}"%`}`;
    const letters = () =>
      facts.target.owner<
        { id: string; reason: string; deliveries: number }[]
      >`select id, reason, deliveries from dead_letters where event_id = ${event?.id ?? ''}`;
    const [letter] = await until(letters, (found) => found.length === 1);
    expect(letter).toMatchObject({ reason: 'cannot be kept', deliveries: 6 });

    facts.handled.broken = new Set();
    await replayDeadLetter(facts.reader, 'notes', systemScope('test'), [facts.keep], letter?.id ?? '');
    expect(await facts.kept(bad)).toHaveLength(1);
    await expect(
      replayDeadLetter(facts.reader, 'notes', systemScope('test'), [facts.keep], letter?.id ?? ''),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});
