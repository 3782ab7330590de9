import { Problem, problemFromResponse } from './problem.ts';

type Reauthenticate = () => Promise<boolean>;

let reauthenticate: Reauthenticate = async () => false;

/** The shell says how to get a new session; it resolves to false when the person gives up. */
export function onSessionLost(ask: Reauthenticate): void {
  reauthenticate = ask;
}

/**
 * `fetch` of the console: names the client, throws a `Problem` for every refusal, and after an
 * expired session waits for a new sign-in and sends the same request once more.
 */
export async function consoleFetch(input: Request | string, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  request.headers.set('x-banyan-client', 'console');
  const again = request.clone();
  const response = await send(request);
  if (response.ok) return response;
  if (response.status === 401 && (await reauthenticate())) {
    const second = await send(again);
    if (second.ok) return second;
    throw await problemFromResponse(second);
  }
  throw await problemFromResponse(response);
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, { code: 'console.network' });
  }
}
