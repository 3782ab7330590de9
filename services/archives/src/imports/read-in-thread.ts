import { Worker } from 'node:worker_threads';
import { FileRefused } from './file-refused.ts';
import type { ReaderMessage, ReaderOrder } from './read-worker.ts';
import type { RosterChoice, RosterSink } from './read-roster.ts';

/** Of a file that unpacks to more than this the thread dies, and not the service. */
const resourceLimits = { maxOldGenerationSizeMb: 224, maxYoungGenerationSizeMb: 24 };

/**
 * Reads a file in a thread of its own, so that requests are answered meanwhile. Returns how many rows were no people;
 * throws FileRefused.
 */
export function readInThread(
  path: string,
  choice: RosterChoice,
  sink: RosterSink,
  signal: AbortSignal,
): Promise<number> {
  const workerData: ReaderOrder = { path, choice };
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), { workerData, resourceLimits });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  const done = new Promise<number>((resolve, reject) => {
    worker.on('message', (message: ReaderMessage) => {
      if (message.kind === 'end') resolve(message.dropped);
      else if (message.kind === 'refused') reject(new FileRefused(message.code));
      else
        (message.kind === 'found' ? sink.found(message.source) : sink.people(message.rows)).then(
          () => worker.postMessage('go on'),
          reject,
        );
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new FileRefused('archives.import-inflated', error)
          : error,
      ),
    );
    worker.on('exit', () => reject(new Error('The reading thread ended before its file.')));
  });
  return done.finally(() => {
    signal.removeEventListener('abort', stop);
    void worker.terminate();
  });
}
