import { AppError, OperatorError } from './error.ts';

/** What locates a fault and holds nothing of a record. */
export interface SerializedError {
  readonly name: string;
  /** Only of errors whose text is our own. */
  readonly message?: string;
  readonly code?: string | number;
  readonly constraint?: string;
  readonly table?: string;
  readonly syscall?: string;
  readonly frames?: readonly string[];
  readonly cause?: SerializedError;
  readonly errors?: readonly SerializedError[];
}

const deepest = 6;
const mostFrames = 12;

/**
 * An error without what it says: drizzle's message holds a query and its values, PostgreSQL's a row, that of a parser its
 * input. Codes, names of tables and constraints and the frames of the stack find a fault as well.
 */
export function serializeError(error: unknown, depth = 1): SerializedError {
  if (!isErrorLike(error)) return { name: error === null ? 'null' : typeof error };
  const { code, constraint_name, table_name, syscall, cause, errors } = error as Error &
    Record<string, unknown>;
  const deeper = depth < deepest;
  const ours = error instanceof AppError || error instanceof OperatorError;
  return {
    name: word(error.name) ?? 'Error',
    ...(ours && { message: error.message }),
    ...defined('code', typeof code === 'number' ? code : word(code)),
    ...defined('constraint', word(constraint_name)),
    ...defined('table', word(table_name)),
    ...defined('syscall', word(syscall)),
    ...defined('frames', framesOf(error)),
    ...(deeper && cause !== undefined && { cause: serializeError(cause, depth + 1) }),
    ...(deeper &&
      Array.isArray(errors) && { errors: errors.slice(0, 5).map((one) => serializeError(one, depth + 1)) }),
  };
}

/** pg-boss hands on copies that are no `Error` any more. */
function isErrorLike(error: unknown): error is Error {
  return error instanceof Error || typeof (error as { stack?: unknown } | null)?.stack === 'string';
}

/** The same in one line, outermost first, for what people read in a list. */
export function summarizeError(error: unknown): string {
  const { name, message, code, constraint, cause } = serializeError(error);
  const own = message ?? [name, code, constraint].filter((part) => part !== undefined).join(' ');
  return cause === undefined ? own : `${own} < ${summarizeError((error as Error).cause)}`;
}

function defined<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

/** An identifier, and no sentence: what a library puts into a field is not known to be harmless. */
function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:-]{1,80}$/.test(value) ? value : undefined;
}

/** A stack begins with the message, which may hold lines that look like its frames: those at the end are the stack. */
function framesOf({ stack }: Error): readonly string[] | undefined {
  const lines = (stack ?? '').split('\n');
  const first = lines.findLastIndex((line) => !isFrame.test(line)) + 1;
  const frames = lines.slice(first, first + mostFrames).map((line) => line.trim());
  return frames.length === 0 ? undefined : frames;
}

const isFrame =
  /^\s+at (?:[\w$.<>[\]#* ]+ \()?(?:async )?(?:(?:file:|node:|\/)\S+:\d+:\d+|<anonymous>|index \d+)\)?$/;
