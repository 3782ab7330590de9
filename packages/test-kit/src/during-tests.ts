import { afterAll, beforeAll } from 'vitest';

/** What `start` gives, for the tests of one file or one `describe`: there before the first, closed after the last. */
export function duringTests<Started extends { close(): Promise<void> }>(
  start: () => Promise<Started>,
): Started {
  const started: Partial<Started> = {};
  beforeAll(async () => {
    Object.assign(started, await start());
  });
  // Where the start failed, there is nothing to close.
  afterAll(() => started.close?.());
  return started as Started;
}
