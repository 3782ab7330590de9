/** Why an answer did not get to its end: its client took nothing any more, its client left, or making it failed. */
export type Broken = 'stalled' | 'left' | 'failed';

export interface StreamedAnswerOptions {
  readonly stalledAfterMs: number;
  /** When the next piece may be worked out. */
  readonly next: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Once. `broken` is null when all is out; `sent` is in bytes. */
  readonly onEnd: (broken: Broken | null, sent: number, error?: unknown) => void;
}

/**
 * Bytes that are made only as fast as they are taken, and no longer than somebody takes them. What fails on the way breaks
 * the connection: a file that is cut off must not pass for a whole one.
 */
export class StreamedAnswer {
  readonly body: ReadableStream<Uint8Array>;
  readonly #bytes: AsyncIterator<Uint8Array>;
  readonly #options: StreamedAnswerOptions;
  #watch: NodeJS.Timeout | undefined;
  #sent = 0;
  #ended = false;

  constructor(bytes: AsyncIterable<Uint8Array>, options: StreamedAnswerOptions) {
    this.#bytes = bytes[Symbol.asyncIterator]();
    this.#options = options;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => this.#waitForClient(controller),
        pull: (controller) => this.#pull(controller),
        cancel: async () => {
          this.#end('left');
          await this.#bytes.return?.();
        },
      },
      { highWaterMark: 0 },
    );
  }

  async #pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    clearTimeout(this.#watch);
    try {
      const { done, value } = await this.#options.next(() => this.#bytes.next());
      if (this.#ended) return;
      if (done === true) {
        this.#end(null);
        controller.close();
        return;
      }
      this.#sent += value.byteLength;
      controller.enqueue(value);
      this.#waitForClient(controller);
    } catch (error) {
      if (this.#ended) return;
      this.#end('failed', error);
      controller.error(error);
    }
  }

  #waitForClient(controller: ReadableStreamDefaultController<Uint8Array>): void {
    const { stalledAfterMs } = this.#options;
    this.#watch = setTimeout(() => {
      this.#end('stalled');
      controller.error(new Error(`Nobody took anything for ${stalledAfterMs} ms.`));
      void Promise.resolve(this.#bytes.return?.()).catch(() => undefined);
    }, stalledAfterMs).unref();
  }

  #end(broken: Broken | null, error?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#watch);
    this.#options.onEnd(broken, this.#sent, error);
  }
}
