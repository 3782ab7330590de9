/** What an error of any library may say of itself besides its message. */
export interface Cause {
  readonly code?: unknown;
  readonly constraint_name?: unknown;
  readonly table_name?: unknown;
  readonly syscall?: unknown;
}

const deepest = 6;

/** An error and what it wraps, the outermost first: drizzle, undici and jobs put errors of their own around others. */
export function causesOf(error: unknown): readonly Cause[] {
  const causes: Cause[] = [];
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    if (causes.length === deepest) break;
    causes.push(at as Cause);
  }
  return causes;
}
