import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { choosePorts, derivePorts, isFree, parsePort } from './ports.ts';
import { findPortHolder } from './port-holder.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function occupy(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    servers.push(server);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const names = ['identity', 'archives', 'gateway'];

function innerPorts(gateway: number): number[] {
  const ports = derivePorts(gateway, names);
  return [ports.postgres, ports.nats, ...Object.values(ports.services).filter((port) => port !== gateway)];
}

test('checkouts on neighbouring and on round ports share no port', () => {
  const gateways = [
    3000, 8079, 8080, 8081, 8082, 8090, 8180, 8888, 9080, 9090, 10_080, 18_080, 28_080, 58_080,
  ];
  const all = gateways.flatMap((gateway) => [gateway, ...innerPorts(gateway)]);
  expect(new Set(all).size).toBe(all.length);
});

test('every derived port lies where Linux takes none for outgoing connections', () => {
  for (let gateway = 1; gateway < 65_536; gateway += 7) {
    for (const port of innerPorts(gateway)) {
      expect(port).toBeGreaterThanOrEqual(10_000);
      expect(port).toBeLessThan(32_768);
      expect(port).not.toBe(gateway);
    }
  }
});

test('a taken port of the gateway is refused with the process that holds it', async () => {
  const port = await occupy(0);
  expect(findPortHolder(port)?.pid).toBe(process.pid);
  await expect(choosePorts(port, names, () => {})).rejects.toThrow(
    new RegExp(
      `Port ${port} is taken by process ${process.pid} \\(.*\\)\\. Stop it, or choose another: PORT=`,
    ),
  );
});

test('a taken port of a service makes the others move, and says by whom it was taken', async () => {
  let gateway = 20_000;
  while (!(await isFree(derivePorts(gateway, names).nats)) || !(await isFree(gateway))) gateway += 1;
  const taken = await occupy(derivePorts(gateway, names).nats);
  const lines: string[] = [];
  const ports = await choosePorts(gateway, names, (line) => lines.push(line));
  expect(ports.gateway).toBe(gateway);
  expect([ports.postgres, ports.nats, ...Object.values(ports.services)]).not.toContain(taken);
  expect(lines).toEqual([expect.stringContaining(`Port ${taken} is taken by process ${process.pid}`)]);
});

test('a PORT that is no port is refused by name', () => {
  expect(() => parsePort('eighty')).toThrow('PORT is "eighty"');
  expect(parsePort(undefined)).toBe(8080);
});
