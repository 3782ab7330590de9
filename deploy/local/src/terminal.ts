/** A failure whose message alone tells a person what to do: printed without a stack. */
export class Refusal extends Error {
  override name = 'Refusal';
}

export type Say = (line: string) => void;

export const say: Say = (line) => {
  process.stdout.write(`${line}\n`);
};

export function seconds(fromMs: number): string {
  const elapsed = (performance.now() - fromMs) / 1000;
  return `${elapsed < 10 ? elapsed.toFixed(1) : Math.round(elapsed)} s`;
}

/** Runs a command to its end; a refusal becomes one line and exit code 1. */
export async function runCommand(body: () => Promise<number>): Promise<void> {
  try {
    process.exit(await body());
  } catch (error) {
    const text = error instanceof Refusal ? error.message : String((error as Error).stack ?? error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  }
}
