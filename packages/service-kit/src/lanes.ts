/** Runs tasks side by side, those of one lane one after another in the order they came. */
export interface Lanes {
  /** Resolves when the task has its place, so that whoever feeds the lanes never runs far ahead. */
  enter(lane: string, task: () => Promise<void>): Promise<void>;
  /** Resolves when all that entered has ended. */
  idle(): Promise<void>;
}

/** `width` tasks run or wait at a time. A task must not throw. */
export function createLanes(width: number): Lanes {
  const ends = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  return {
    async enter(lane, task) {
      while (running.size >= width) await Promise.race(running);
      const end = (ends.get(lane) ?? Promise.resolve()).then(task).finally(() => {
        running.delete(end);
        if (ends.get(lane) === end) ends.delete(lane);
      });
      ends.set(lane, end);
      running.add(end);
    },
    async idle() {
      await Promise.allSettled(running);
    },
  };
}
