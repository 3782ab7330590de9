import { createServer } from 'node:net';
import { findPortHolder } from './port-holder.ts';
import { Refusal, type Say } from './terminal.ts';

const firstPort = 10_000;
const blockSize = 16;
/** Prime, so that two gateway ports which differ by a round number never share a block. All blocks end below 32768, where Linux takes ports for outgoing connections. */
const blocks = 1423;

export interface Ports {
  gateway: number;
  postgres: number;
  nats: number;
  services: Record<string, number>;
}

/** The ports that belong to a gateway port; `shift` steps to further blocks. */
export function derivePorts(gateway: number, serviceNames: string[], shift = 0): Ports {
  const start = firstPort + ((gateway + shift) % blocks) * blockSize;
  const internal = Array.from({ length: blockSize }, (_, i) => start + i).filter((port) => port !== gateway);
  const [postgres = 0, nats = 0, ...rest] = internal;
  const services: Record<string, number> = {};
  for (const [index, name] of serviceNames.entries()) {
    services[name] = name === 'gateway' ? gateway : Number(rest[index]);
  }
  return { gateway, postgres, nats, services };
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

export function describeHolder(port: number): string {
  const holder = findPortHolder(port);
  return holder ? `process ${holder.pid} (${holder.command})` : 'a process that this user may not look into';
}

async function findTaken(ports: number[]): Promise<number[]> {
  const free = await Promise.all(ports.map(isFree));
  return ports.filter((_, index) => !free[index]);
}

export function parsePort(text: string | undefined): number {
  const port = Number(text ?? '8080');
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`PORT is "${text}"; it has to be a number between 1 and 65535.`);
}

/** Ports that are free now. The gateway's is a promise to people and never moves; the others make way. */
export async function choosePorts(gateway: number, serviceNames: string[], say: Say): Promise<Ports> {
  if (!(await isFree(gateway))) {
    throw new Refusal(
      `Port ${gateway} is taken by ${describeHolder(gateway)}. Stop it, or choose another: PORT=${gateway + 1} npm start`,
    );
  }
  for (let shift = 0; shift < blocks; shift += 100) {
    const ports = derivePorts(gateway, serviceNames, shift);
    const inner = [ports.postgres, ports.nats, ...Object.values(ports.services)].filter((p) => p !== gateway);
    const taken = await findTaken(inner);
    if (taken.length === 0) return ports;
    for (const port of taken) say(`Port ${port} is taken by ${describeHolder(port)}; moving out of its way`);
  }
  throw new Refusal('No free ports between 10000 and 32767 for the services.');
}
