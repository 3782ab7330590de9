import { getJson, send, type Session, signIn } from './client.ts';
import { type Figure, quantile } from './report.ts';

interface Grant {
  readonly id: string;
}

/**
 * Grants a role to an account and revokes it again, many times, while lists are read by others; archives has refused once
 * a record that the grant showed is not found. Counted from the answer to the revocation.
 */
export async function revocation(
  origin: string,
  password: string,
  load: Session,
  rounds = 40,
): Promise<Figure[]> {
  const security = await signIn(origin, 'security', password);
  const trainer = await signIn(origin, 'trainer', password);
  const { id: accountId } = await getJson<{ id: string }>(trainer, '/api/identity/me');
  const { items } = await getJson<{ items: { id: string; parentId: string | null }[] }>(
    load,
    '/api/identity/organizations',
  );
  const seen = new Set(items.map(({ id }) => id));
  const root = items.find(({ parentId }) => parentId === null || !seen.has(parentId))?.id as string;
  const members = await getJson<{ items: { id: string }[] }>(load, '/api/archives/members?pageSize=1');
  const record = `/api/archives/members/${members.items[0]?.id}`;
  let running = true;
  const readers = Array.from({ length: 10 }, async () => {
    while (running) await getJson(load, '/api/archives/members?pageSize=20');
  });
  const samples: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const granted = await send(security, 'POST', '/api/identity/grants', {
        accountId,
        roleId: 'organization-officer',
        scope: { mode: 'subtree', nodes: [root] },
      });
      if (granted.status !== 201) throw new Error(`grant: ${granted.status} ${await granted.text()}`);
      const { id } = (await granted.json()) as Grant;
      await until(trainer, record, 200);
      const revoked = await send(security, 'DELETE', `/api/identity/grants/${id}`);
      if (revoked.status !== 204) throw new Error(`revoke: ${revoked.status} ${await revoked.text()}`);
      const started = performance.now();
      await until(trainer, record, 404);
      samples.push(performance.now() - started);
    }
  } finally {
    running = false;
    await Promise.all(readers);
  }
  return [
    {
      name: 'a revoked grant is refused under load, p99',
      value: quantile(samples, 0.99),
      unit: 'ms',
      target: 1_000,
      note: `${rounds} rounds, p50 ${quantile(samples, 0.5).toFixed(0)} ms`,
    },
  ];
}

async function until(session: Session, path: string, status: number): Promise<void> {
  for (;;) {
    const response = await send(session, 'GET', path);
    await response.arrayBuffer();
    if (response.status === status) return;
  }
}
