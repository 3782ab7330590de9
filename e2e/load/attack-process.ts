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
  const tell = (): void => {
    const state: AttackState = { open: attacks.reduce((sum, one) => sum + one.open(), 0) };
    process.send?.(state);
  };
  process.on('message', tell);
  tell();
});
process.once('disconnect', () => process.exit(0));
