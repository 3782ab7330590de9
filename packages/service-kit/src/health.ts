import type { AppEnv, ServiceApp } from './http-app.ts';
import type { Secret } from './config.ts';
import type { Kit } from './kit.ts';
import { requireServiceSecret } from './service-secret.ts';

export interface Readiness {
  /** False before the first load is done and while the process drains. */
  ready: boolean;
}

/** An answer about readiness comes within this long, whatever the database does. */
const readyWithinMs = 1_200;

/**
 * `/healthz` is the event loop alone; `/readyz` this service's own database; NATS being down makes nothing unready. What
 * is counted is for the mesh.
 */
export function mountHealth(app: ServiceApp, kit: Kit, readiness: Readiness, secret: Secret): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const ready = readiness.ready && (await settlesWithin(kit.databaseAnswers(), readyWithinMs));
    return c.json({ status: ready ? 'ready' : 'not-ready' }, ready ? 200 : 503);
  });
  const ofTheMesh = requireServiceSecret(secret);
  app.get('/metrics', ofTheMesh, async (c) =>
    c.text(await kit.metrics.registry.metrics(), 200, { 'content-type': kit.metrics.registry.contentType }),
  );
  app.get('/status', ofTheMesh, async (c) => c.html(await statusPage(kit)));
}

/** False for what fails or takes longer. */
async function settlesWithin(work: Promise<void>, ms: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

async function statusPage(kit: Kit): Promise<string> {
  const requests = await kit.metrics.requests.get();
  const rows = requests.values
    .filter(({ metricName }) => metricName?.endsWith('_count'))
    .map(({ labels, value }) => {
      const sum = requests.values.find(
        (v) => v.metricName?.endsWith('_sum') && JSON.stringify(v.labels) === JSON.stringify(labels),
      );
      const mean = value === 0 ? 0 : ((sum?.value ?? 0) / value) * 1000;
      return `<tr><td>${labels.method}</td><td>${escapeHtml(String(labels.route))}</td><td>${labels.status}</td><td>${value}</td><td>${mean.toFixed(1)}</td></tr>`;
    });
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${kit.domain}</title>
<h1>${kit.domain}</h1><p>${memory} MiB, event loop p99 ${kit.metrics.loopDelayMs().toFixed(1)} ms, up ${Math.round(process.uptime())} s, tree of ${[...kit.tree().nodes()].length} organizations</p>
<table><thead><tr><th>Method<th>Route<th>Status<th>Requests<th>Mean ms</thead><tbody>${rows.join('')}</tbody></table></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export type { AppEnv };
