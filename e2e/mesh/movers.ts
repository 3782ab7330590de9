import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import { createHistory, type History } from './history.ts';
import { breath, currentVersion, outcomeOf, type Written } from './writers.ts';

export interface Movers {
  readonly history: History<Written>;
  acknowledged(): number;
  troubled(): number;
  stop(): Promise<void>;
}

export interface MoversOptions {
  /** Officers and secretaries; many of their clicks are refused, since the person is elsewhere. */
  readonly clients: readonly Client[];
  readonly people: readonly string[];
  readonly branches: readonly string[];
  /** How many click at the same time. */
  readonly hands: number;
  /** Tells what these have written from what others have. */
  readonly seed: string;
}

const acts = ['approve', 'receive', 'reject', 'cancel', 'resume', 'receipt'];
/** Where a page would draw these buttons, most people click the first. */
const inOrder = ['approve', 'receive', 'receipt', 'cancel', 'reject'];
const transfers = '/api/archives/transfers';

/** People are applied for, approved, received, rejected, cancelled and corrected at random, until they are stopped. */
export function startMovers({ clients, people, branches, hands, seed }: MoversOptions): Movers {
  const history = createHistory<Written>();
  let stopped = false;
  let numbered = 0;
  const one = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(Math.random() * values.length)] as Value;
  const nextToken = (): string => {
    numbered += 1;
    return `${seed}-${numbered}`;
  };

  /** Half of them ask again under the same key until somebody knows, as a page does whose answer was lost. */
  async function apply(process: number, client: Client, memberId: string): Promise<void> {
    const token = nextToken();
    const body = { memberId, toOrganizationId: one(branches), reason: token };
    const headers = { 'idempotency-key': randomUUID() };
    for (let attempt = 0; attempt < (numbered % 2 === 0 ? 100 : 1); attempt += 1) {
      const { type } = await history.record(process, 'apply', { token }, async () =>
        outcomeOf(await client.post(transfers, body, headers), { token }),
      );
      if (type !== 'info') return;
      await breath();
    }
  }

  async function act(process: number, client: Client, memberId: string): Promise<void> {
    const seen = await client.get(`${transfers}?memberId=${memberId}&pageSize=2`).catch(() => null);
    const found =
      seen?.status === 200 ? seen.json<{ items: { id: string; abilities: string[] }[] }>().items : [];
    if (found.length === 0) return breath();
    const { id, abilities } = one(found);
    const offered = inOrder.find((verb) => abilities.includes(verb));
    const verb = Math.random() < 0.7 && offered !== undefined ? offered : one(acts);
    const token = nextToken();
    await history.record(process, 'act', { id, token }, async () =>
      outcomeOf(await client.post(`${transfers}/${id}/${verb}`, { note: token }), { id, token }),
    );
  }

  async function correct(process: number, client: Client, id: string): Promise<void> {
    const path = `/api/archives/members/${id}`;
    const version = await currentVersion(client, path);
    if (version === null) return;
    const token = nextToken();
    await history.record(process, 'correct', { id, token }, async () =>
      outcomeOf(await client.patch(path, { note: token }, version), { id, token }),
    );
  }

  async function click(process: number): Promise<void> {
    while (!stopped) {
      const steps = history.steps.length;
      await one([apply, act, act, act, correct])(process, one(clients), one(people));
      if (!['ok', undefined].includes(history.steps.at(-1)?.type) || history.steps.length === steps)
        await breath();
    }
  }

  const running = Array.from({ length: hands }, (_, process) => click(process));
  const count = (...types: string[]): number =>
    history.steps.filter(({ type }) => types.includes(type)).length;
  return {
    history,
    acknowledged: () => count('ok'),
    troubled: () =>
      history.steps.filter(({ type, value }) => type === 'info' || Number(value.status) >= 500).length,
    stop: async () => {
      stopped = true;
      await Promise.all(running);
    },
  };
}
