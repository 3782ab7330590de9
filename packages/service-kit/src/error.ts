export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported'
  | 'rate-limited'
  | 'unavailable';

export interface FieldError {
  /** Path of the field in the body or query, dots between its parts. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface AppErrorDetails {
  /** What happened and what to do next, for the reader; never internals. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Further members of the problem document, such as `current` of a stale edit. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number;
}

/** The one error that rules and operations throw. `code` is stable and is what the console translates. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: AppErrorDetails;

  constructor(kind: ErrorKind, code: string, title: string, details: AppErrorDetails = {}) {
    super(title, { cause: details.cause });
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

/** Written for whoever runs the system: names of settings, parts and migrations, and no value of a record or request. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** The same bytes for what does not exist and for what lies outside the reader's scope. */
export function notFound(): AppError {
  return new AppError('not-found', 'record.not-found', 'There is no such record.');
}

export function forbidden(): AppError {
  return new AppError('forbidden', 'access.forbidden', 'You hold no permission for this.', {
    detail: 'Ask the security administrator of your organization for a role that allows it.',
  });
}

export function invalid(code: string, title: string, errors: readonly FieldError[] = []): AppError {
  return new AppError('invalid', code, title, { errors });
}
