import type { Refusal } from '../front/refusal.ts';

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}

const unreachable = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const lost = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** A kept-alive connection may end just as it is used; a read may then be sent once more. */
export function connectionWasLost(error: unknown): boolean {
  return lost.has(codeOf(error));
}

/** What the client is told when a service gave no answer. */
export function refusalOf(error: unknown, domain: string): Refusal {
  const code = codeOf(error);
  const extensions = { service: domain };
  if (unreachable.has(code)) {
    return {
      status: 503,
      code: 'gateway.service-down',
      title: `The service ${domain} is not running right now.`,
      detail: 'Nothing was changed. Try again in a moment.',
      retryAfterSeconds: 2,
      extensions,
    };
  }
  if (code === 'UND_ERR_HEADERS_TIMEOUT') {
    return {
      status: 504,
      code: 'gateway.service-slow',
      title: `The service ${domain} did not answer in time.`,
      detail: 'Look whether the change was made before you repeat it.',
      extensions,
    };
  }
  if (code === 'UND_ERR_INVALID_ARG') {
    return { status: 400, code: 'gateway.malformed-request', title: 'The request cannot be passed on.' };
  }
  return {
    status: 502,
    code: 'gateway.bad-answer',
    title: `The service ${domain} broke off its answer.`,
    detail: 'Look whether the change was made before you repeat it.',
    extensions,
  };
}
