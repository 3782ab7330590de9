import { setTimeout as delay } from 'node:timers/promises';
import type { Ports } from './ports.ts';
import type { ProcessSpec, Supervisor } from './supervisor.ts';
import { Refusal, type Say, seconds } from './terminal.ts';

/** Starts services in their order and returns once each says that it is ready. */
export async function startServices(
  specs: ProcessSpec[],
  ports: Ports,
  supervisor: Supervisor,
  say: Say,
): Promise<void> {
  const began = performance.now();
  for (const spec of specs) supervisor.start(spec);
  await Promise.all(specs.map(({ name }) => untilReady(name, Number(ports.services[name]), supervisor)));
  say(`Services: ${specs.map(({ name }) => name).join(', ')} ready in ${seconds(began)}`);
}

async function untilReady(
  name: string,
  port: number,
  supervisor: Supervisor,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (supervisor.failures(name) >= 4 || performance.now() > deadline) {
      throw new Refusal(`${name} does not become ready. The end of its log:\n${supervisor.logTail(name)}`);
    }
    await delay(50);
  }
}
