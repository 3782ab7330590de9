import { connect, type Socket } from 'node:net';

/** Somebody who keeps so many connections of one kind open: each that is cut is opened again at once. */
export interface Attack {
  /** Resolves when every connection has been made once. */
  readonly begun: Promise<void>;
  /** Connections open now. */
  open(): number;
  stop(): void;
}

interface Plan {
  readonly origin: string;
  readonly count: number;
  /** Loopback has 16 million addresses: `127.0.<a>.<b>`. */
  readonly addresses: number;
  /** What is written at first; in turn where there are several. */
  readonly heads: readonly string[];
  /** What is written once more every few seconds, so that it does not look dead. */
  readonly drip?: string;
  /** Reads nothing of what is answered. */
  readonly deaf?: boolean;
}

const dripEveryMs = 2_000;
const againAfterMs = 500;

function keepOpen({ origin, count, addresses, heads, drip, deaf = false }: Plan): Attack {
  const { hostname, port } = new URL(origin);
  const host = hostname === 'localhost' ? '127.0.0.1' : hostname;
  const sockets = new Set<Socket>();
  let stopped = false;
  let made = 0;
  let everMade = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    everMade = resolve;
  });

  function open(index: number, first: boolean): void {
    const from = index % addresses;
    const socket = connect({
      host,
      port: Number(port),
      localAddress: `127.0.${1 + (from >> 8)}.${1 + (from & 255)}`,
    });
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('connect', () => {
      socket.write(heads[index % heads.length] as string);
      if (deaf) socket.pause();
      else socket.resume();
      if (first && ++made === count) everMade();
    });
    socket.once('close', () => {
      sockets.delete(socket);
      if (!stopped) setTimeout(() => stopped || open(index, false), againAfterMs);
    });
  }

  for (let index = 0; index < count; index += 1) open(index, true);
  const dripping = setInterval(() => {
    if (drip !== undefined) for (const socket of sockets) if (!socket.connecting) socket.write(drip);
  }, dripEveryMs);
  return {
    begun,
    open: () => sockets.size,
    stop: () => {
      stopped = true;
      clearInterval(dripping);
      for (const socket of sockets) socket.destroy();
    },
  };
}

function head(origin: string, lines: readonly string[]): string {
  const { host } = new URL(origin);
  return `${lines.join('\r\n')}\r\nhost: ${host}\r\norigin: ${origin}\r\n`;
}

const cookieLine = (cookie: string): string => `cookie: ${cookie}`;

/** Bodies of one chunk and silence, without a session and with those given. */
export function slowBodies(origin: string, count: number, cookies: readonly string[]): Attack {
  const lines = [
    'POST /api/archives/members HTTP/1.1',
    'transfer-encoding: chunked',
    'content-type: application/json',
  ];
  const chunk = `\r\n96\r\n${'x'.repeat(150)}\r\n`;
  const heads = [lines, ...cookies.map((cookie) => [...lines, cookieLine(cookie)])];
  return keepOpen({
    origin,
    count,
    addresses: 50,
    heads: heads.map((one) => head(origin, one) + chunk),
  });
}

/** Requests whose headers never end, a byte at a time. */
export function slowHeaders(origin: string, count: number): Attack {
  return keepOpen({
    origin,
    count,
    addresses: 250,
    heads: [`GET / HTTP/1.1\r\nhost: x\r\nx-slow: `],
    drip: 'x',
  });
}

/** Exports of which nothing is read. */
export function stalledExports(origin: string, count: number, cookies: readonly string[]): Attack {
  const path = '/api/archives/members/export?format=csv&columns=name,organization';
  const heads = cookies.map((cookie) => `${head(origin, [`GET ${path} HTTP/1.1`, cookieLine(cookie)])}\r\n`);
  return keepOpen({ origin, count, addresses: 20, heads, deaf: true });
}

/** Large files that stop after their first part. */
export function stalledUploads(origin: string, count: number, cookies: readonly string[]): Attack {
  const part = `--x\r\ncontent-disposition: form-data; name="file"; filename="r.csv"\r\n\r\n${'a,'.repeat(2_000)}`;
  const heads = cookies.map((cookie) => {
    const lines = [
      'POST /api/archives/imports HTTP/1.1',
      cookieLine(cookie),
      'content-type: multipart/form-data; boundary=x',
      `content-length: ${20 * 1024 * 1024}`,
    ];
    return `${head(origin, lines)}\r\n${part}`;
  });
  return keepOpen({ origin, count, addresses: 20, heads });
}
