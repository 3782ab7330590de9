/** One step of one process: asked (`invoke`), then `ok`, `fail` (surely without effect) or `info` (nobody knows). */
export interface Step<Value> {
  readonly process: number;
  readonly op: string;
  readonly type: 'invoke' | 'ok' | 'fail' | 'info';
  readonly value: Value;
  readonly atMs: number;
}

export interface Outcome<Value> {
  readonly type: 'ok' | 'fail' | 'info';
  readonly value?: Value;
}

/** What was asked of the mesh and what it said, in the order of this process's clock. */
export interface History<Value> {
  readonly steps: readonly Step<Value>[];
  /** Records an operation around its outcome; one that throws is `info`. */
  record(
    process: number,
    op: string,
    value: Value,
    run: () => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>>;
  valuesOf(op: string, type: Step<Value>['type']): Value[];
}

export function createHistory<Value>(): History<Value> {
  const steps: Step<Value>[] = [];
  const began = performance.now();
  const note = (process: number, op: string, type: Step<Value>['type'], value: Value): void =>
    void steps.push({ process, op, type, value, atMs: Math.round(performance.now() - began) });
  return {
    steps,
    async record(process, op, value, run) {
      note(process, op, 'invoke', value);
      const outcome = await run().catch((): Outcome<Value> => ({ type: 'info' }));
      note(process, op, outcome.type, outcome.value ?? value);
      return outcome;
    },
    valuesOf: (op, type) =>
      steps.filter((step) => step.op === op && step.type === type).map(({ value }) => value),
  };
}

export interface SetReport {
  /** Acknowledged and absent: the one thing that must never be. */
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  /** Present and never asked for, or surely refused. */
  readonly unexpected: readonly string[];
  /** Nobody knew, and it was there after all. */
  readonly recovered: number;
}

/** Set-full: what was acknowledged is there once, what was refused is not, and what is unknown may be either. */
export function checkSet(
  asked: readonly string[],
  acknowledged: readonly string[],
  refused: readonly string[],
  found: readonly string[],
): SetReport {
  const present = new Set(found);
  const sure = new Set(acknowledged);
  const known = new Set(asked);
  const denied = new Set(refused);
  return {
    lost: acknowledged.filter((id) => !present.has(id)),
    duplicated: [...new Set(found.filter((id, index) => found.indexOf(id) !== index))],
    unexpected: [...present].filter((id) => !known.has(id) || denied.has(id)),
    recovered: [...present].filter((id) => !sure.has(id)).length,
  };
}

/** Versions of one record as they were stored: from the first one on, each once and without a gap. */
export function isUnbroken(versions: readonly number[]): boolean {
  return versions.every((version, index) => index === 0 || version === (versions[index - 1] as number) + 1);
}
