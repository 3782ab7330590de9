import {
  type Attack,
  slowBodies,
  slowHeaders,
  stalledExports,
  stalledUploads,
} from '../security/attackers.ts';
import { latencies, type Session, signIn } from './client.ts';
import { type Figure, quantile } from './report.ts';

const listPath = '/api/archives/members?page=1&pageSize=20';

/** Whose sessions attack: they may do what the attack needs, and each is another account. */
const attackers = ['officer', 'secretary'];

/** Slow bodies, slow headers, stalled exports and uploads, all open at once from other addresses and sessions. */
async function attack(origin: string, password: string): Promise<Attack[]> {
  const sessions = await Promise.all(
    attackers.flatMap((name) => [1, 2, 3].map(() => signIn(origin, name, password))),
  );
  const cookies = sessions.map(({ cookie }) => cookie);
  const attacks = [
    slowBodies(origin, 500, cookies),
    slowHeaders(origin, 10_000),
    stalledExports(origin, 100, cookies),
    stalledUploads(origin, 30, cookies),
  ];
  await Promise.all(attacks.map(({ begun }) => begun));
  return attacks;
}

/** What somebody at work notices of it. */
export async function underAttack(origin: string, password: string, worker: Session): Promise<Figure[]> {
  const quiet = await latencies(worker, [listPath]);
  const attacks = await attack(origin, password);
  try {
    const list = await latencies(worker, [listPath], 15);
    const ready = await latencies(worker, ['/readyz'], 5);
    const open = attacks.reduce((sum, one) => sum + one.open(), 0);
    return [
      {
        name: 'first page of members while 10,630 slow connections are kept open, p95',
        value: quantile(list, 0.95),
        unit: 'ms',
        target: 100,
        note: `quiet ${quantile(quiet, 0.95).toFixed(1)} ms, worst ${Math.max(...list).toFixed(0)} ms, ${open} open`,
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
    for (const one of attacks) one.stop();
  }
}
