import type { LocaleId, Texts } from './texts.ts';

export type Refusal = {
  status: number;
  code: string;
  requestId: string;
  retryAfterSeconds: number;
  /** When it came; waits are counted from then. */
  at: Date;
};

export const unanswered = (status: number): Refusal => ({
  status,
  code: '',
  requestId: '',
  retryAfterSeconds: 0,
  at: new Date(),
});

export async function refusalOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as Partial<Refusal>;
  return {
    status: response.status,
    code: body.code ?? '',
    requestId: body.requestId ?? response.headers.get('x-request-id') ?? '—',
    retryAfterSeconds: Number(response.headers.get('retry-after') ?? body.retryAfterSeconds) || 0,
    at: new Date(),
  };
}

/** Each way to fail has its own words and says what to do next. */
export function refusalText(refusal: Refusal, texts: Texts, locale: LocaleId): string {
  const { status, code, retryAfterSeconds, at } = refusal;
  if (code.endsWith('account-locked')) {
    const until = new Date(at.getTime() + (retryAfterSeconds || 900) * 1000);
    return texts.locked.replace(
      '{time}',
      until.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
    );
  }
  if (code.endsWith('sign-in-delayed'))
    return texts.delayed.replace('{wait}', waitText(retryAfterSeconds || 1, texts));
  if (code.endsWith('account-disabled')) return texts.disabled;
  if (status === 401 || status === 400) return texts.wrong;
  if (status === 429) return texts.limited.replace('{seconds}', String(retryAfterSeconds || 60));
  if (status === 0) return texts.network;
  if (status >= 502) return texts.down;
  return texts.unexpected.replace('{requestId}', refusal.requestId);
}

function waitText(seconds: number, texts: Texts): string {
  return seconds > 90
    ? texts.minutes.replace('{count}', String(Math.ceil(seconds / 60)))
    : texts.seconds.replace('{count}', String(seconds));
}
