/** A service for tests: listens where it is told and ends as a real one does. `FAIL=1` makes it end at once. */
import { createServer } from 'node:http';

if (process.env.FAIL) {
  process.stderr.write('cannot start\n');
  process.exit(3);
}
const server = createServer((_, response) => response.end('{}'));
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => process.stdout.write('listening\n'));
for (const signal of ['SIGTERM', 'disconnect'] as const) process.on(signal, () => process.exit(0));
