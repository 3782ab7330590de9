import { randomUUID } from 'node:crypto';
import type { Answer, Client } from './client.ts';
import { createHistory, type History, type Outcome } from './history.ts';

/** What a step was about. `version` is the one that the mesh answered with. */
export interface Written {
  readonly id?: string;
  readonly token: string;
  readonly version?: number;
  readonly status?: number;
  readonly code?: string;
}

export interface Writers {
  readonly history: History<Written>;
  /** Writes acknowledged so far. */
  acknowledged(): number;
  /** Writes that were refused or of which nobody knows. */
  troubled(): number;
  stop(): Promise<void>;
}

export interface WritersOptions {
  readonly archives: Client;
  readonly identity: Client;
  /** Branches that people are admitted to, and whose short names are changed. */
  readonly branches: readonly string[];
  /** Branches renamed by nobody else: one writer each, so that every acknowledged version can be told apart. */
  readonly seed: string;
}

interface Refusal {
  readonly code?: string;
  readonly detail?: string;
}

/** What an answer says of the write. "Nothing was changed" is a promise that the checks afterwards hold the mesh to. */
export function outcomeOf(answer: Answer, written: Written): Outcome<Written> {
  if (answer.status === 200 || answer.status === 201) {
    const { id, version } = answer.json<{ id: string; version: number }>();
    return { type: 'ok', value: { ...written, id, version } };
  }
  const { code = '', detail = '' } = refusalOf(answer);
  const value = { ...written, status: answer.status, code };
  return { type: answer.status < 500 || detail.startsWith('Nothing was changed') ? 'fail' : 'info', value };
}

function refusalOf(answer: Answer): Refusal {
  try {
    return answer.json<Refusal>();
  } catch {
    return {};
  }
}

/** People are admitted and corrected and branches renamed, by several processes at once, until they are stopped. */
export function startWriters({ archives, identity, branches, seed }: WritersOptions): Writers {
  const history = createHistory<Written>();
  let stopped = false;
  let numbered = 0;
  const branchOf = (number: number): string => branches[number % branches.length] as string;

  /** Repeats under the same key whatever its outcome, until it is acknowledged or surely refused by a rule. */
  async function admit(process: number): Promise<void> {
    numbered += 1;
    const token = `${seed}-${numbered}`;
    const body = { name: `榕${token}`, organizationId: branchOf(numbered), phone: '13800006688' };
    const headers = { 'idempotency-key': randomUUID() };
    const ask = async (): Promise<Outcome<Written>> =>
      outcomeOf(await archives.post('/api/archives/members', body, headers), { token });
    // Every other writer gives up after one attempt: both leave a trace that can be checked.
    for (let attempt = 0; attempt < (numbered % 2 === 0 ? 200 : 1); attempt += 1) {
      const { type } = await history.record(process, 'admit', { token }, ask);
      if (type === 'ok') return;
      await breath();
    }
  }

  async function correct(process: number, record: { id: string; version: number }): Promise<void> {
    numbered += 1;
    const token = `${seed}-${numbered}`;
    const path = `/api/archives/members/${record.id}`;
    const { type, value } = await history.record(process, 'correct', { id: record.id, token }, async () =>
      outcomeOf(await archives.patch(path, { note: token }, record.version), { id: record.id, token }),
    );
    if (type === 'ok') record.version = value?.version ?? record.version + 1;
    else record.version = (await currentVersion(archives, path)) ?? record.version;
  }

  async function rename(process: number, record: { id: string; version: number }): Promise<void> {
    numbered += 1;
    const token = `${seed}-${numbered}`;
    const path = `/api/identity/organizations/${record.id}`;
    const { type, value } = await history.record(process, 'rename', { id: record.id, token }, async () =>
      outcomeOf(await identity.patch(path, { shortName: token }, record.version), { id: record.id, token }),
    );
    if (type === 'ok') record.version = value?.version ?? record.version + 1;
    else record.version = (await currentVersion(identity, path)) ?? record.version;
  }

  const running = [
    repeat(() => admit(0)),
    repeat(() => admit(1)),
    corrections(2),
    repeatOn(branches[0] as string, (record) => rename(3, record)),
  ];

  async function repeat(step: () => Promise<void>): Promise<void> {
    while (!stopped) await step();
  }

  async function repeatOn(
    id: string,
    step: (record: { id: string; version: number }) => Promise<void>,
  ): Promise<void> {
    const version = await currentVersion(identity, `/api/identity/organizations/${id}`);
    const record = { id, version: version ?? 1 };
    while (!stopped) await step(record);
  }

  /** Goes round the people admitted so far. */
  async function corrections(process: number): Promise<void> {
    const records = new Map<string, { id: string; version: number }>();
    for (let turn = 0; !stopped; turn += 1) {
      const admitted = history.valuesOf('admit', 'ok');
      const chosen = admitted[turn % Math.max(1, Math.min(admitted.length, 5))];
      if (chosen?.id === undefined) {
        await breath();
        continue;
      }
      const record = records.get(chosen.id) ?? { id: chosen.id, version: 1 };
      records.set(chosen.id, record);
      await correct(process, record);
    }
  }

  const count = (...types: string[]): number =>
    history.steps.filter(({ type }) => types.includes(type)).length;
  return {
    history,
    acknowledged: () => count('ok'),
    troubled: () => count('fail', 'info'),
    stop: async () => {
      stopped = true;
      await Promise.all(running);
    },
  };
}

export async function currentVersion(client: Client, path: string): Promise<number | null> {
  const answer = await client.get(path).catch(() => null);
  if (answer?.status !== 200) {
    await breath();
    return null;
  }
  return answer.json<{ version: number }>().version;
}

/** Somebody who was refused looks again a moment later: without it a dead service would be asked thousands of times. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 25));
