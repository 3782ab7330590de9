import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AttackPlan, AttackState } from './attack-process.ts';
import { latencies, type Session, signIn } from './client.ts';
import { type Figure, quantile } from './report.ts';

const listPath = '/api/archives/members?page=1&pageSize=20';

/** Whose sessions attack: they may do what the attack needs, and each is another account. */
const attackers = ['officer', 'secretary'];

/** Everything open at once from other addresses and sessions, in a process of its own: it measures nothing. */
async function attack(origin: string, password: string) {
  const sessions = await Promise.all(
    attackers.flatMap((name) => [1, 2, 3].map(() => signIn(origin, name, password))),
  );
  const child = fork(fileURLToPath(new URL('./attack-process.ts', import.meta.url)));
  const plan: AttackPlan = {
    origin,
    cookies: sessions.map(({ cookie }) => cookie),
    slowBodies: 500,
    slowHeaders: 10_000,
    stalledExports: 100,
    stalledUploads: 30,
  };
  child.send(plan);
  await once(child, 'message');
  return {
    async open(): Promise<number> {
      child.send('open');
      const [{ open }] = (await once(child, 'message')) as [AttackState];
      return open;
    },
    stop: () => child.kill('SIGKILL'),
  };
}

/** What somebody at work notices of it. */
export async function underAttack(origin: string, password: string, worker: Session): Promise<Figure[]> {
  const quiet = await latencies(worker, [listPath]);
  const attacks = await attack(origin, password);
  try {
    const list = await latencies(worker, [listPath], 15);
    const ready = await latencies(worker, ['/readyz'], 5);
    const open = await attacks.open();
    return [
      {
        name: 'first page of members while 10,630 slow connections are kept open, p95',
        value: quantile(list, 0.95),
        unit: 'ms',
        target: 100,
        note: `quiet ${quantile(quiet, 0.95).toFixed(1)} ms, worst ${Math.max(...list).toFixed(0)} ms, ${open} open on the average`,
      },
      {
        name: '/readyz meanwhile, p95',
        value: quantile(ready, 0.95),
        unit: 'ms',
        target: 200,
        note: `worst ${Math.max(...ready).toFixed(0)} ms`,
      },
    ];
  } finally {
    attacks.stop();
  }
}
