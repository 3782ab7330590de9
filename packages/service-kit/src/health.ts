import type { AppEnv, ServiceApp } from './http-app.ts';
import type { Kit } from './kit.ts';

export interface Readiness {
  /** False before the first load is done and while the process drains. */
  ready: boolean;
}

/** `/healthz` is the event loop alone; `/readyz` this service's own database; NATS being down makes nothing unready. */
export function mountHealth(app: ServiceApp, kit: Kit, readiness: Readiness): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const ready =
      readiness.ready &&
      (await kit.database.ping().then(
        () => true,
        () => false,
      ));
    return c.json({ status: ready ? 'ready' : 'not-ready' }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text(await kit.metrics.registry.metrics(), 200, { 'content-type': kit.metrics.registry.contentType }),
  );
  app.get('/status', async (c) => c.html(await statusPage(kit)));
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
