import { slowBodies, slowHeaders, stalledExports, stalledUploads } from '../security/attackers.ts';

/** What is kept open, and at whom. */
export interface AttackPlan {
  readonly origin: string;
  readonly cookies: readonly string[];
  readonly slowBodies: number;
  readonly slowHeaders: number;
  readonly stalledExports: number;
  readonly stalledUploads: number;
}

export interface AttackState {
  /** Connections open, on the average since all had been made. */
  readonly open: number;
}

process.once('message', async (plan: AttackPlan) => {
  const { origin, cookies } = plan;
  const attacks = [
    slowBodies(origin, plan.slowBodies, cookies),
    slowHeaders(origin, plan.slowHeaders),
    stalledExports(origin, plan.stalledExports, cookies),
    stalledUploads(origin, plan.stalledUploads, cookies),
  ];
  await Promise.all(attacks.map(({ begun }) => begun));
  const sights: number[] = [];
  const look = (): void => void sights.push(attacks.reduce((sum, one) => sum + one.open(), 0));
  setInterval(look, 250);
  look();
  const tell = (): void => {
    const state: AttackState = {
      open: Math.round(sights.reduce((sum, one) => sum + one, 0) / sights.length),
    };
    process.send?.(state);
  };
  process.on('message', tell);
  tell();
});
process.once('disconnect', () => process.exit(0));
