import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../mesh/client.ts';
import { until } from '../mesh/until.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';

const { mesh, group } = smallGroupDuringTests();

interface Listener {
  readonly name: string;
  readonly id: string;
  readonly client: Client;
  readonly res: IncomingMessage;
  text: string;
  ended: boolean;
}

const listeners: Listener[] = [];
const places = ['east', 'east-1', 'east-2', 'west', 'west-1', 'west-2'] as const;

async function listen(name: string, id: string, client: Client): Promise<Listener> {
  const { hostname, port } = new URL(mesh.origin);
  const req = request({
    hostname,
    port,
    path: '/events',
    headers: { cookie: client.cookie as string },
    agent: false,
  });
  req.end();
  const [res] = (await once(req, 'response')) as [IncomingMessage];
  expect([name, res.statusCode]).toEqual([name, 200]);
  const listener: Listener = { name, id, client, res, text: '', ended: false };
  res.setEncoding('utf8').on('data', (part: string) => {
    listener.text += part;
  });
  res.once('close', () => {
    listener.ended = true;
  });
  return listener;
}

/** Above, beside and below one another in the tree, each with the page of a console open. */
beforeAll(async () => {
  for (const place of places) {
    const client = await group.officer(`at-${place}`, 'organization-officer', 'subtree', [
      group.nodes[place],
    ]);
    const { id } = (await client.get('/api/identity/me')).json<{ id: string }>();
    listeners.push(await listen(place, id, client));
  }
});
afterAll(() => {
  for (const { res } of listeners) res.destroy();
});

const of = (name: string): Listener => listeners.find((one) => one.name === name) as Listener;
const heard = ({ text }: Listener): number => text.split('event: access-changed').length - 1;

describe('the streams of six people above, beside and below one another', () => {
  it('tell each of the own access and of nobody else’s', async () => {
    for (const { id } of listeners) {
      const before = listeners.map(heard);
      await group.grant(id, 'branch-secretary', 'node', [group.nodes['west-2']]);
      const concerned = listeners.findIndex((one) => one.id === id);
      await until(
        'the change is heard',
        async () => heard(listeners[concerned] as Listener),
        (count) => count === (before[concerned] as number) + 1,
      );
      // What is sent to everybody comes after it on each stream: nothing else can still be under way.
      await mesh.settle();
      const after = listeners.map(heard);
      expect(after.map((count, index) => count - (before[index] as number))).toEqual(
        listeners.map((_, index) => (index === concerned ? 1 : 0)),
      );
    }
  });

  it('carry no id, name or place of anybody', () => {
    for (const { text } of listeners)
      for (const { id } of listeners) {
        expect(text).not.toContain(id);
        for (const node of Object.values(group.nodes)) expect(text).not.toContain(node);
      }
  });

  it('end with the session or the account that they belong to, and no other', async () => {
    expect((await of('east-1').client.delete('/api/identity/sessions/current')).status).toBe(204);
    const disabled = await group.system.post(`/api/identity/accounts/${of('west-1').id}/disable`);
    expect(disabled.status).toBe(200);
    await until(
      'both streams have ended',
      async () => [of('east-1').ended, of('west-1').ended],
      (ended) => ended.every(Boolean),
    );
    expect(listeners.filter(({ ended }) => ended).map(({ name }) => name)).toEqual(['east-1', 'west-1']);
  });
});
