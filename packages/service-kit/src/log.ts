import { type Logger, pino } from 'pino';

export type Log = Logger;

/** One JSON line per event on stdout. Bodies, names and queries are never logged: only ids, routes, counts and times. */
export function createLog(service: string, level: string): Log {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: serializeError },
    formatters: { level: (label) => ({ level: label }) },
  });
}

/** Driver errors carry rows and parameters in `detail` and `parameters`; only what locates the fault is kept. */
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint_name: constraint, table_name: table } = error as Error & Record<string, unknown>;
  return { name: error.name, message: error.message, code, constraint, table, stack: error.stack };
}
