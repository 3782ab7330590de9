import { request as httpRequest } from 'node:http';
import { generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf, expectStatus } from '../mesh/client.ts';
import { type Domain, domains } from '../mesh/services.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';

const { mesh, group } = smallGroupDuringTests();
let services: Readonly<Record<Domain, Client>>;

beforeAll(async () => {
  services = { identity: clientOf(mesh.urls.identity, null), archives: clientOf(mesh.urls.archives, null) };
});

const protectedPath = { identity: '/api/identity/organizations', archives: '/api/archives/members' } as const;
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function tokenFor(audience: Domain): Promise<string> {
  const session = group.registrar.cookie?.split('=')[1] ?? '';
  const secret = { 'x-service-secret': mesh.secret };
  const answer = await services.identity.post('/internal/tokens', { session, audience }, secret);
  return expectStatus<{ token: string }>(answer, 200, 'a token').token;
}

describe.each(domains)('%s, asked past the gateway', (domain) => {
  it('refuses a request without a token, with a cookie, or with claims about who asks', async () => {
    const path = protectedPath[domain];
    for (const headers of [
      {},
      { cookie: group.registrar.cookie ?? '' },
      { 'x-banyan-account': 'registrar', 'x-service-secret': mesh.secret },
      { authorization: 'Basic cmVnaXN0cmFyOg==' },
    ])
      expect((await services[domain].request('GET', path, { headers })).status).toBe(401);
  });

  it('tells its figures and its state to whoever has the secret of the mesh, and its readiness to everybody', async () => {
    for (const path of ['/metrics', '/status']) {
      for (const headers of [{}, { 'x-service-secret': 'wrong' }, bearer(await tokenFor(domain)).headers])
        expect((await services[domain].request('GET', path, { headers })).status).toBe(403);
      const known = await services[domain].request('GET', path, {
        headers: { 'x-service-secret': mesh.secret },
      });
      expect([path, known.status]).toEqual([path, 200]);
    }
    expect((await services[domain].get('/readyz')).status).toBe(200);
  });

  it('takes a token of its own and none that was issued for another service', async () => {
    const other = domain === 'identity' ? 'archives' : 'identity';
    const path = protectedPath[domain];
    expect((await services[domain].request('GET', path, bearer(await tokenFor(domain)))).status).toBe(200);
    expect((await services[domain].request('GET', path, bearer(await tokenFor(other)))).status).toBe(401);
  });

  it('refuses a token that was changed, signed by another key, or not signed', async () => {
    const token = await tokenFor(domain);
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { privateKey } = await generateKeyPair('ES256');
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'banyan+jwt' })
      .sign(privateKey);
    for (const wrong of [
      `${head}.${encoded({ ...claims, sub: '019a0000-0000-7000-8000-000000000001' })}.${signature}`,
      forged,
      `${encoded({ alg: 'none', typ: 'banyan+jwt' })}.${body}.`,
      'nonsense',
    ])
      expect((await services[domain].request('GET', protectedPath[domain], bearer(wrong))).status).toBe(401);
  });
});

describe('what the services ask one another', () => {
  const internal = [
    'identity/internal/tokens',
    'identity/internal/keys',
    'identity/internal/organizations',
    'identity/internal/access/019a0000-0000-7000-8000-000000000001',
    'identity/internal/bootstrap-link',
    'archives/internal/people',
  ];

  it.each(internal)('%s needs the secret between them', async (at) => {
    const [domain = '', ...rest] = at.split('/');
    const service = services[domain as Domain];
    for (const method of ['GET', 'POST'])
      for (const headers of [
        {},
        { 'x-service-secret': 'wrong' },
        bearer(await tokenFor('identity')).headers,
      ]) {
        const { status } = await service.request(method, `/${rest.join('/')}`, { headers });
        expect([401, 403, 404]).toContain(status);
      }
  });

  it('the gateway forwards none of it, however it is written', async () => {
    const ups = [
      '',
      '/api/identity/../..',
      '/api/identity/%2e%2e/%2e%2e',
      '/api/archives/..%2f..',
      '//identity',
    ];
    const paths = [...internal.map((at) => at.slice(at.indexOf('/'))), '/metrics', '/status'];
    const answered: string[] = [];
    for (const path of ups.flatMap((up) => paths.map((rest) => up + rest))) {
      const { status, type } = await askRaw(path);
      // A page of the console is no answer of a service.
      if (status === 200 && !type.startsWith('text/html')) answered.push(path);
    }
    expect(answered).toEqual([]);
  });
});

/** `fetch` would tidy the path up before it is sent. */
function askRaw(path: string): Promise<{ status: number; type: string }> {
  const { hostname, port } = new URL(mesh.origin);
  const headers = { cookie: group.registrar.cookie ?? '', 'x-service-secret': 'wrong' };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, headers }, (response) => {
      response.resume();
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '' }),
      );
    });
    request.once('error', reject);
    request.end();
  });
}

describe('a request from another site', () => {
  it('changes nothing: a foreign Origin is refused, and so is none at all without the header of a program', async () => {
    const path = '/api/archives/members';
    const body = { name: '榕外来', organizationId: group.nodes['east-1'] };
    const foreign = await group.registrar.post(path, body, { origin: 'https://elsewhere.example' });
    expect([foreign.status, foreign.json<{ code: string }>().code]).toEqual([403, 'gateway.foreign-origin']);
    const response = await fetch(new URL(path, mesh.origin), {
      method: 'POST',
      headers: { cookie: group.registrar.cookie ?? '', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(403);
    expect(await mesh.owners.archives`select 1 from members where name = '榕外来'`).toHaveLength(0);
    const own = await group.registrar.post(path, body, { origin: mesh.origin });
    expect(own.status).toBe(201);
  });
});
