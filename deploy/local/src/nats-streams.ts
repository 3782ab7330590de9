import { Secret } from '@banyan/service-kit/config';
import { createLog } from '@banyan/service-kit/log';
import { connectNats, ensureStream } from '@banyan/service-kit/nats';
import { services } from './services.ts';
import type { Say } from './terminal.ts';

/**
 * Makes the stream of each service as this release wants it; the services themselves may not change one. A server that does
 * not let the operator in yet is left alone: they wait for it, and make what is missing.
 */
export async function makeStreams(
  url: string,
  password: string,
  say: Say,
  patienceMs = 10_000,
): Promise<void> {
  const settings = { NATS_URL: url, NATS_USER: 'operator', NATS_PASSWORD: new Secret(password) };
  const connecting = connectNats(settings, 'operator', createLog('operator', 'silent'));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  const connection = await Promise.race([connecting, late]);
  clearTimeout(timer);
  if (connection === null) {
    say('NATS: the server does not let the operator in; streams are left as they are.');
    void connecting.then((late) => late.close());
    return;
  }
  for (const { name } of services) await ensureStream(connection, name);
  await connection.close();
}
