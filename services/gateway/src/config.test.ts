import { describe, expect, it } from 'vitest';
import { readGatewayConfig } from './config.ts';
import { securityHeaders } from './front/security-headers.ts';
import { type GatewayUnderTest, startGatewayUnderTest } from './testing/gateway-under-test.ts';

const least = {
  DATABASE_URL: 'postgres://x',
  SERVICE_SECRET: 's',
  SERVICES: '{"identity":"http://127.0.0.1:4000"}',
  SHELL_DIR: 'dist',
  REMOTES_DIR: 'remotes',
};

describe('the environment', () => {
  it('names everything that is missing in one message', () => {
    expect(() => readGatewayConfig({ SERVICES: 'not json' })).toThrow(
      /DATABASE_URL[^]*SERVICES[^]*SHELL_DIR/,
    );
  });

  it('leaves the limits that it does not name at their defaults', () => {
    const { RATE_LIMITS } = readGatewayConfig({
      ...least,
      RATE_LIMITS: '{"session":{"points":9,"seconds":1}}',
    });
    expect(RATE_LIMITS).toEqual({
      session: { points: 9, seconds: 1 },
      address: { points: 600, seconds: 10 },
      signIn: { points: 60, seconds: 60 },
    });
    expect(() => readGatewayConfig({ ...least, RATE_LIMITS: '{"sessions":{}}' })).toThrow('RATE_LIMITS');
  });

  it('refuses plain HTTP past loopback unless somebody insists', () => {
    const PUBLIC_ORIGIN = 'http://10.1.2.3:8080';
    expect(() => readGatewayConfig({ ...least, PUBLIC_ORIGIN })).toThrow('INSECURE_HTTP=1');
    expect(readGatewayConfig({ ...least, PUBLIC_ORIGIN, INSECURE_HTTP: '1' }).insecure).toBe(true);
    expect(readGatewayConfig({ ...least, PUBLIC_ORIGIN: 'https://console.example' }).insecure).toBe(false);
    expect(readGatewayConfig(least)).toMatchObject({ insecure: false, PORT: 8080 });
  });

  it('makes browsers keep to https where that is the origin', () => {
    expect(securityHeaders(new URL('https://console.example')).join()).toContain(
      'strict-transport-security,max-age=31536000',
    );
  });
});

it('every page says so when the connection is not encrypted', async () => {
  const pages = { 'shell/index.html': '<body class="x">', 'shell/sign-in.html': '<body>' };
  const gateway: GatewayUnderTest = await startGatewayUnderTest(
    { PUBLIC_ORIGIN: 'http://10.1.2.3', INSECURE_HTTP: '1' },
    pages,
  );
  const session = 'w'.repeat(43);
  gateway.identity.sessions.set(session, { sessionId: 'x', accountId: 'y' });
  for (const path of ['/sign-in', '/']) {
    const { text } = await gateway.call('GET', path, { headers: { cookie: `banyan-80=${session}` } });
    expect(text, path).toMatch(/<body[^>]*><div role="alert"[^>]*>未加密的连接/);
  }
  await gateway.close();
});
