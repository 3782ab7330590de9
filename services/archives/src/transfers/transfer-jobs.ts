import { transferEnding } from '@banyan/contracts/archives/events';
import type { WriteTransaction } from '@banyan/service-kit/database';
import { defineJob, type Schedule, schedule, work, type Worker } from '@banyan/service-kit/jobs';
import { systemScope } from '@banyan/service-kit/scope';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { lockPerson } from './find-transfer.ts';
import { daysAfter, endingWithinDays } from './letter-rules.ts';
import { isEndingSoon, stateOn } from './transfer.ts';
import { lockTransfer, storeStep, type TransferRow } from './transfer-table.ts';

const expireJob = defineJob('archives.transfer.expire', z.object({}));
const remindJob = defineJob('archives.transfer.remind', z.object({}));

/** Letters end by the hour, and both ends are reminded in the morning. */
export function transferJobs(deps: Deps): readonly (Worker | Schedule)[] {
  return [
    work(expireJob, (_, { signal }) => expireLetters(deps, signal)),
    schedule(expireJob, '7 * * * *', {}),
    work(remindJob, (_, { signal }) => remindOfLetters(deps, signal)),
    schedule(remindJob, '30 7 * * *', {}),
  ];
}

/** Writes down that letters have ended. Their people stay where they are. */
export async function expireLetters(deps: Deps, signal?: AbortSignal): Promise<void> {
  const today = deps.kit.clock.today();
  await forEachLetter(deps, signal, `t.expires_on < $2::date`, today, async (tx, row) => {
    if (row.state !== 'issued' || stateOn(row, today) !== 'expired') return;
    await storeStep(tx, row, {}, { action: 'expire', from: 'issued', to: 'expired', note: null });
  });
}

/** Announces, once for each letter, that it ends within the days of the reminder. */
export async function remindOfLetters(deps: Deps, signal?: AbortSignal): Promise<void> {
  const today = deps.kit.clock.today();
  const last = daysAfter(today, endingWithinDays);
  await forEachLetter(
    deps,
    signal,
    `t.expires_on <= $2::date and t.reminded_on is null`,
    last,
    async (tx, row) => {
      if (row.remindedOn !== null || !isEndingSoon(row, today)) return;
      const step = { action: 'remind', from: 'issued', to: 'issued', note: null } as const;
      const next = await storeStep(tx, row, { remindedOn: today }, step);
      tx.emit(transferEnding, row.id, {
        version: next.version,
        memberId: row.memberId,
        from: row.fromOrganizationId,
        to: row.toOrganizationId,
        expiresOn: row.expiresOn as string,
      });
    },
  );
}

const batch = 100;

/** Each in a transaction of its own, which looks at the locked row again: a run that was killed is made up for by the next. */
async function forEachLetter(
  { kit }: Deps,
  signal: AbortSignal | undefined,
  condition: string,
  day: string,
  step: (tx: WriteTransaction, row: TransferRow) => Promise<void>,
): Promise<void> {
  const scope = systemScope('archives.transfer.expire');
  const text = `select t.id, t.member_id as "memberId" from transfers t
    where t.state = 'issued' and t.id > $1::uuid and ${condition} order by t.id limit ${batch}`;
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const found = await kit.database.readOne<{ id: string; memberId: string }>(scope, text, [last, day]);
    for (const { id, memberId } of found) {
      if (signal?.aborted) return;
      await kit.database.write(scope, async (tx) => {
        await lockPerson(tx, memberId);
        const row = await lockTransfer(tx, id);
        if (row !== undefined) await step(tx, row);
      });
    }
    const end = found.at(-1);
    if (end === undefined || found.length < batch) return;
    last = end.id;
  }
}
