/** What came back, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  json<Body>(): Body;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody at the gateway, with the cookie of a session or without one. */
export interface Client {
  /** `<name>=<value>` of the session's cookie. */
  readonly cookie: string | null;
  request(method: string, path: string, ask?: Ask): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  patch(path: string, body: unknown, version: number): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

function textOf(body: unknown): string | FormData {
  return typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
}

/** Longer than any request may take while a part of the mesh is away. */
const patienceMs = 20_000;

export function clientOf(origin: string, cookie: string | null): Client {
  const request = async (method: string, path: string, { body, headers }: Ask = {}): Promise<Answer> => {
    const response = await fetch(new URL(path, origin), {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'x-banyan-client': 'tests',
        ...(cookie === null ? {} : { cookie }),
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: textOf(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: <Body>() => JSON.parse(text) as Body,
    };
  };
  return {
    cookie,
    request,
    get: (path) => request('GET', path),
    post: (path, body, headers = {}) => request('POST', path, { body, headers }),
    patch: (path, body, version) => request('PATCH', path, { body, headers: { 'if-match': `"${version}"` } }),
    delete: (path) => request('DELETE', path),
  };
}

/** Signs in and returns the client of that session. Throws unless the answer is 201 with a cookie. */
export async function signIn(origin: string, username: string, password: string): Promise<Client> {
  const answer = await clientOf(origin, null).post('/api/identity/sessions', { username, password });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 201 || cookie === undefined)
    throw new Error(`${username} cannot sign in: ${answer.status} ${answer.text}`);
  return clientOf(origin, cookie);
}

/** The body of an answer with the status that was expected; throws with the whole of it otherwise. */
export function expectStatus<Body>(answer: Answer, status: number, what: string): Body {
  if (answer.status !== status)
    throw new Error(`${what}: expected ${status}, got ${answer.status} ${answer.text}`);
  return answer.text === '' ? (undefined as Body) : answer.json<Body>();
}
