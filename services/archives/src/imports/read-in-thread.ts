import { type ResourceLimits, Worker } from 'node:worker_threads';
import { OperatorError } from '@banyan/service-kit/error';
import { FileRefused } from './file-refused.ts';
import type { ReaderMessage, ReaderOrder } from './read-worker.ts';
import type { RosterChoice, RosterSink } from './read-roster.ts';

/** Behind the limits of what is read: where they leave something out, the thread dies, and not the service. */
const usualHeap = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

/**
 * Reads a file in a thread of its own, so that requests are answered meanwhile. Returns how many rows were no people;
 * throws FileRefused.
 */
export function readInThread(
  path: string,
  choice: RosterChoice,
  sink: RosterSink,
  signal: AbortSignal,
  resourceLimits: ResourceLimits = usualHeap,
): Promise<number> {
  const workerData: ReaderOrder = { path, choice };
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), { workerData, resourceLimits });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  const done = new Promise<number>((resolve, reject) => {
    worker.on('message', (message: ReaderMessage) => {
      if (message.kind === 'end') resolve(message.dropped);
      else if (message.kind === 'refused') reject(new FileRefused(message.code, null, message.place));
      else
        (message.kind === 'found' ? sink.found(message.source) : sink.people(message.rows)).then(
          () => worker.postMessage('go on'),
          reject,
        );
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new FileRefused('archives.import-too-large', error)
          : error,
      ),
    );
    worker.on('exit', () => reject(new OperatorError('The reading thread ended before its file.')));
  });
  return done.finally(() => {
    signal.removeEventListener('abort', stop);
    void worker.terminate();
  });
}
