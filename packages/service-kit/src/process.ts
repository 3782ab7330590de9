import { createLog } from './log.ts';

/** Resolves on SIGTERM or SIGINT, or when the launcher that opened an IPC channel is gone. A second signal ends at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(1);
      asked = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    if (process.connected) process.once('disconnect', stop);
  });
}

/**
 * What nobody caught, and what libraries print, is one line through the serializer of the log: Node's own words and those
 * of a library hold the values that an error is about. First thing in a process, before its settings are read.
 */
export function keepFaultsInLog(service: string): void {
  const log = createLog(service, 'warn');
  const end = (error: unknown): void => {
    log.fatal({ error }, 'process: nobody caught this');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  const print = (...parts: unknown[]): void =>
    log.warn(
      { error: parts.find((part) => part instanceof Error) ?? new Error() },
      'process: a library complains',
    );
  Object.assign(console, { error: print, warn: print, info: silent, log: silent, debug: silent });
}

const silent = (): void => undefined;
