import {
  type IdentityUnderTest,
  type SignedIn,
  serviceSecret,
  startIdentity,
} from './identity-under-test.ts';

export const password = 'Rain-in-Karamay7';

export interface SessionsUnderTest extends IdentityUnderTest {
  /** The secretary of branch-a1, who has the password. */
  readonly secretary: SignedIn;
  signIn(username: string, given: string): Promise<Response>;
  /** Asks for a token as the gateway does. */
  exchange(session: string): Promise<Response>;
}

export async function createSessions(): Promise<SessionsUnderTest> {
  const identity = await startIdentity({
    group: { 'unit-a': { 'branch-a1': {} }, 'unit-b': { 'branch-b1': {} } },
  });
  return {
    ...identity,
    secretary: await identity.account({
      username: 'secretary',
      at: 'branch-a1',
      member: true,
      password,
      holds: [{ role: 'branch-secretary', nodes: ['branch-a1'] }],
    }),
    signIn: (username, given) =>
      identity.anonymous('POST', '/api/identity/sessions', { body: { username, password: given } }),
    exchange: (session) =>
      identity.anonymous('POST', '/internal/tokens', {
        body: { session, audience: 'archives' },
        headers: { 'x-service-secret': serviceSecret },
      }),
  };
}

/** What a sign-in gives the gateway. */
export function sessionOf(response: Response): [token: string, maxAge: number] {
  const [token, age] = (response.headers.get('x-banyan-session') ?? '').split(';');
  return [token ?? '', Number(age)];
}
