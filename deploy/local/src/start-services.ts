import { setTimeout as delay } from 'node:timers/promises';
import type { Ports } from './ports.ts';
import { services } from './services.ts';
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
  const ready = new Map<string, Promise<void>>();
  for (const [index, spec] of specs.entries()) {
    for (const name of services[index]?.needs ?? []) await ready.get(name);
    supervisor.start(spec);
    ready.set(spec.name, untilReady(spec.name, Number(ports.services[spec.name]), supervisor));
  }
  await Promise.all(ready.values());
  say(`Services: ${[...ready.keys()].join(', ')} ready in ${seconds(began)}`);
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
