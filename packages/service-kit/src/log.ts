import { type Logger, pino } from 'pino';
import { serializeError } from './serialize-error.ts';

export type Log = Logger;

/** One JSON line per event on stdout. Bodies, names and queries are never logged: only ids, routes, counts and times. */
export function createLog(service: string, level: string): Log {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: serializeError, err: serializeError },
    formatters: { level: (label) => ({ level: label }) },
  });
}
