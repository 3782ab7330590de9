import { describe, expect, test } from 'vitest';
import { csv, heading, importsDuringTests, people } from '../testing/imports-under-test.ts';
import { checkImport } from './check-import.ts';
import { takeBackImport } from './take-back-import.ts';
import { writeImport } from './write-import.ts';

const { archives, officer } = importsDuringTests();

const running = new AbortController().signal;

/** Stops a job in the middle: the signal is aborted once it has been asked so often. */
function abortingAfter(asked: number): AbortSignal {
  let left = asked;
  return {
    throwIfAborted: () => {
      left -= 1;
      if (left < 0) throw new Error('stopped in the middle');
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  } as unknown as AbortSignal;
}

describe('a job that is stopped in the middle', () => {
  test('reads a file again from its beginning', async () => {
    const preview = await archives.upload(officer, csv(heading, ...people(600)));
    await archives.owner`update imports set status = 'parsing', choice = '{}' where id = ${preview.id}`;
    await expect(checkImport(archives.deps, preview.id, abortingAfter(1))).rejects.toThrow();
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'parsing' });
    await checkImport(archives.deps, preview.id, running);
    await checkImport(archives.deps, preview.id, running);
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'preview', rows: 600, valid: 600 });
  });

  test('writes no row or all rows, and all of them once', { timeout: 60_000 }, async () => {
    const preview = await archives.upload(officer, csv(heading, ...people(600, 'branch-a3')));
    const before = {
      members: await archives.count('members'),
      history: await archives.count('member_history'),
      outbox: await archives.count('outbox'),
    };
    await archives.owner`update imports set status = 'committing', committed_by = ${JSON.stringify({ accountId: officer.accountId, personId: null, requestId: null, id: officer.accountId, name: null })}::text::jsonb where id = ${preview.id}`;
    await expect(writeImport(archives.deps, preview.id, abortingAfter(1))).rejects.toThrow(
      'stopped in the middle',
    );
    expect({
      members: await archives.count('members'),
      history: await archives.count('member_history'),
      outbox: await archives.count('outbox'),
    }).toEqual(before);
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'committing' });
    // Two workers that both believe in the job.
    await Promise.all([
      writeImport(archives.deps, preview.id, running),
      writeImport(archives.deps, preview.id, running),
    ]);
    await writeImport(archives.deps, preview.id, running);
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'committed', added: 600 });
    expect([await archives.count('members'), await archives.count('member_history')]).toEqual([
      before.members + 600,
      before.history + 600,
    ]);
    expect(await archives.count('outbox')).toBe(before.outbox + 602);

    await archives.owner`update imports set status = 'undoing', undone_by = committed_by where id = ${preview.id}`;
    await expect(takeBackImport(archives.deps, preview.id, abortingAfter(1))).rejects.toThrow(
      'stopped in the middle',
    );
    expect(await archives.count('members')).toBe(before.members + 600);
    await Promise.all([
      takeBackImport(archives.deps, preview.id, running),
      takeBackImport(archives.deps, preview.id, running),
    ]);
    expect(await archives.show(officer, preview)).toMatchObject({ status: 'undone' });
    expect([await archives.count('members'), await archives.count('member_history')]).toEqual([
      before.members,
      before.history,
    ]);
    expect(await archives.count(`voided_members where import_id = '${preview.id}'`)).toBe(600);
    await archives.owner`select fold_member_counts()`;
    const [counted] =
      await archives.owner`select coalesce(sum(own), 0)::int as n from member_counts where stage = '*' and state = '*'`;
    expect(counted?.['n']).toBe(before.members);
  });
});
