import { z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { AppError } from './error.ts';
import { type AppContext, ifMatch, jsonOf, parseBody, parseQuery } from './http-app.ts';

const app = new Hono();
const schema = z.object({ name: z.string(), places: z.array(z.string()).default([]) });
app.get('/', (c) => c.json(parseQuery(c as unknown as AppContext, schema)));
app.post('/', async (c) => c.json(parseBody(schema, await jsonOf(c as unknown as AppContext))));
app.put('/', (c) => c.json({ version: ifMatch(c as unknown as AppContext) }));
app.onError((error, c) => c.json({ ...(error as AppError).details, code: (error as AppError).code }, 400));

const send = async (path: string, init: RequestInit = {}): Promise<unknown> =>
  (await app.request(path, init)).json();
const post = (body: string) => send('/', { method: 'POST', body });

describe('text that no database keeps', () => {
  it('is refused where it stands, in a query and anywhere in a body', async () => {
    const at = (field: string) => ({ code: 'request.invalid', errors: [{ field, code: 'invalid_format' }] });
    expect(await send('/?name=a%00b')).toMatchObject(at('name'));
    expect(await post('{"name":"a\\u0000b"}')).toMatchObject(at('name'));
    expect(await post('{"name":"x","places":["y","\\ud800"]}')).toMatchObject(at('places.1'));
  });

  it('is not every odd text', async () => {
    expect(await post('{"name":"\\ud83d\\ude00 𠮷 \\n"}')).toEqual({ name: '😀 𠮷 \n', places: [] });
  });
});

it('a version that no record can have is malformed', async () => {
  const put = (version: string) => send('/', { method: 'PUT', headers: { 'if-match': version } });
  expect(await put('"12"')).toEqual({ version: 12 });
  expect(await put('"99999999999999999999"')).toMatchObject({ code: 'record.version-malformed' });
});
