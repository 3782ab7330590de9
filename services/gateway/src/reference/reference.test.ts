import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGatewayUnderTest } from '../testing/gateway-under-test.ts';
import { echo } from '../testing/stub-service.ts';

let gateway: GatewayUnderTest;

const document = {
  openapi: '3.1.0',
  info: { title: 'Banyan archives', version: '1.0.0' },
  paths: {
    '/api/archives/members/{id}': {
      get: {
        operationId: 'readMember',
        summary: 'One <member>',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
        responses: {
          200: {
            description: 'The record.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Member' } } },
          },
        },
      },
    },
    '/internal/people': { get: { responses: {} } },
  },
  components: {
    schemas: {
      Member: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          stage: { enum: ['full', 'applicant'] },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
  gateway.archives.answer((req, res) =>
    req.url?.endsWith('openapi.json') ? res.end(JSON.stringify(document)) : echo(req, res),
  );
  gateway.identity.answer((_req, res) => res.writeHead(500).end());
});
afterAll(() => gateway.close());

describe('the reference', () => {
  it('is a page without scripts that shows each operation and its types', async () => {
    const { status, text } = await gateway.call('GET', '/docs');
    expect(status).toBe(200);
    expect(text).not.toContain('<script');
    expect(text).toContain('/api/archives/members/{id}');
    expect(text).toContain('One &lt;member&gt;');
    expect(text).toContain(
      '{\n  name: string\n  stage?: &quot;full&quot; | &quot;applicant&quot;\n  tags?: string[]\n}',
    );
    expect(text).toContain('Not reachable right now: identity');
    expect(text).not.toContain('/internal/people');
  });

  it('is one document, in which names of services do not collide', async () => {
    const merged = (await gateway.call('GET', '/docs/openapi.json')).json();
    expect(merged).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/api/archives/members/{id}': { get: { operationId: 'archives.readMember', tags: ['archives'] } },
      },
      components: { schemas: { 'archives.Member': { type: 'object' } } },
    });
    expect(JSON.stringify(merged)).toContain('#/components/schemas/archives.Member');
    expect(JSON.stringify(merged)).not.toContain('/internal/people');
  });
});

describe('readiness', () => {
  it('is that of every service', async () => {
    const answer = await gateway.call('GET', '/readyz');
    expect(answer.json()).toEqual({ services: { identity: 'ready', archives: 'ready' } });
    // This gateway has no PostgreSQL: without a registry its pages would be empty.
    expect(answer.status).toBe(503);
    expect((await gateway.call('GET', '/healthz')).status).toBe(200);
  });
});
