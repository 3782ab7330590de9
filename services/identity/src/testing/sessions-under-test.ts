import {
  type IdentityUnderTest,
  type SignedIn,
  serviceSecret,
  startIdentity,
} from './identity-under-test.ts';

export const password = 'Rain-in-Karamay7';

/** Where somebody signs in, as the gateway says it. */
export interface Place {
  readonly address?: string;
  readonly device?: string;
  /** A token of the session that the browser has. */
  readonly over?: string;
}

export interface SessionsUnderTest extends IdentityUnderTest {
  /** The secretary of branch-a1, who has the password. */
  readonly secretary: SignedIn;
  signIn(username: string, given: string, from?: Place): Promise<Response>;
  /** Asks for a token as the gateway does; without `use` only whether the session lives. */
  exchange(session: string, use?: boolean): Promise<Response>;
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
    signIn: (username, given, { address, device, over } = {}) =>
      identity.anonymous('POST', '/api/identity/sessions', {
        body: { username, password: given },
        headers: {
          ...(address === undefined ? {} : { 'x-client-address': address }),
          ...(device === undefined ? {} : { 'x-banyan-device': device }),
          ...(over === undefined ? {} : { authorization: `Bearer ${over}` }),
        },
      }),
    exchange: (session, use = true) =>
      identity.anonymous('POST', '/internal/tokens', {
        body: { session, audience: 'archives', use },
        headers: { 'x-service-secret': serviceSecret },
      }),
  };
}

/** What a sign-in gives the gateway. */
export function sessionOf(response: Response): [token: string, maxAge: number] {
  const [token, age] = (response.headers.get('x-banyan-session') ?? '').split(';');
  return [token ?? '', Number(age)];
}

/** The device's token and how long the browser keeps it. */
export function deviceOf(response: Response): [token: string, maxAge: number] {
  const [token, age] = (response.headers.get('x-banyan-device') ?? '').split(';');
  return [token ?? '', Number(age)];
}

export const codeOf = async (response: Response | Promise<Response>): Promise<string> =>
  ((await (await response).json()) as { code: string }).code;

/** What the trail was told since the last look, with the reasons. */
export const auditActions = async (identity: IdentityUnderTest): Promise<string[]> =>
  (await identity.facts())
    .filter(({ type }) => type === 'identity.audit.recorded')
    .map(({ data }) => [data['action'], data['reason']].filter(Boolean).join(' '));
