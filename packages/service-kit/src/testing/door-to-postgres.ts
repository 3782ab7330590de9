import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

export interface Door {
  readonly url: string;
  /** Nobody comes in any longer, and whoever is inside is cut off. */
  shut(): void;
  open(): Promise<void>;
  /** Whoever comes is let in and hears nothing, as of a server whose processes are stopped; what is asked waits. */
  hush(): void;
  speak(): void;
}

/** PostgreSQL behind a port of its own. `watch` sees what is asked. */
export async function doorToPostgres(
  postgresUrl: string,
  watch: (asked: Buffer, door: Door) => void = () => undefined,
): Promise<Door> {
  const url = new URL(postgresUrl);
  const behind = { host: url.hostname, port: Number(url.port) };
  const visits = new Set<Socket>();
  const waiting: (() => void)[] = [];
  let hushed = false;
  const server = createServer((inside) => {
    const outside = createConnection(behind);
    for (const side of [inside, outside]) side.on('error', () => undefined);
    visits.add(inside).add(outside);
    outside.pipe(inside);
    // What was sent is taken from the line, and once the server goes on it finds that its client has left.
    inside.on('close', () => whenHeard(() => outside.end()));
    inside.on('data', (asked) => {
      watch(asked, door);
      whenHeard(() => outside.write(asked));
    });
  });
  const whenHeard = (hear: () => void): void => void (hushed ? waiting.push(hear) : hear());
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  url.host = `127.0.0.1:${port}`;
  const door: Door = {
    url: url.href,
    shut: () => {
      server.close();
      for (const side of visits) side.destroy();
      visits.clear();
    },
    open: () => listen(port),
    hush: () => {
      hushed = true;
    },
    speak: () => {
      hushed = false;
      for (const hear of waiting.splice(0)) hear();
    },
  };
  return door;
}
