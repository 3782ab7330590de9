export type FieldError = { field: string; code: string; message: string };

/** A refusal as the services send it (RFC 9457), or the network's own failure in the same shape. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly errors: FieldError[];
  /** With 412: the record as it is now, and the fields that somebody else changed. */
  readonly current: Record<string, unknown> | null;
  readonly changed: string[];
  readonly retryAfterSeconds: number | null;
  /** Everything that came with it: what a single refusal adds of its own. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ProblemBody, retryAfterSeconds: number | null = null) {
    super(body.detail ?? body.title ?? body.code ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? codeOfStatus(status);
    this.requestId = body.requestId ?? null;
    this.errors = Array.isArray(body.errors) ? body.errors : [];
    this.current = body.current ?? null;
    this.changed = Array.isArray(body.changed) ? body.changed : [];
    this.retryAfterSeconds = retryAfterSeconds;
    this.extensions = { ...body };
  }
}

export type ProblemBody = {
  title?: string;
  detail?: string;
  code?: string;
  requestId?: string;
  errors?: FieldError[];
  current?: Record<string, unknown>;
  changed?: string[];
};

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, {
    code: 'console.unexpected',
    title: error instanceof Error ? error.message : String(error),
  });
}

export async function problemFromResponse(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '');
  const retryAfter = Number(response.headers.get('retry-after'));
  return new Problem(response.status, parseBody(text), retryAfter > 0 ? retryAfter : null);
}

function parseBody(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

/** What a status alone says, for refusals whose own code has no words. */
export function codeOfStatus(status: number): string {
  if (status === 0) return 'console.network';
  if (status === 429) return 'console.rate-limited';
  if (status >= 502 && status <= 504) return 'console.service-down';
  return `console.status-${status}`;
}
