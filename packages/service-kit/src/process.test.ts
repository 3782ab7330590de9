import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';

const said = '榕小明';
const faults = new URL('./process.ts', import.meta.url).href;

/** A process of its own in which the script goes wrong. */
function run(script: string): Promise<{ code: unknown; lines: Record<string, unknown>[]; printed: string }> {
  const whole = `
    const { keepFaultsInLog } = await import(${JSON.stringify(faults)});
    keepFaultsInLog('notes');
    ${script}`;
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', whole], (error, stdout, stderr) => {
      const lines = stdout.split('\n').filter(Boolean);
      resolve({
        code: error?.code ?? 0,
        lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
        printed: stdout + stderr,
      });
    });
  });
}

it.each([
  ['an exception', `setTimeout(() => { throw new TypeError('${said}'); });`],
  ['a rejection', `void Promise.reject(new TypeError('${said}')); setInterval(() => {}, 1000);`],
  ['one of the settings', `await Promise.resolve(); JSON.parse('${said}');`],
])(
  '%s that nobody caught is one line without what it says, and the end of the process',
  async (_, script) => {
    const { code, lines, printed } = await run(script);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 'fatal',
      service: 'notes',
      error: { frames: expect.any(Array) },
    });
    expect(printed).not.toContain(said);
  },
);

it('what a library prints is a line that says where, and not what', async () => {
  const { code, lines, printed } = await run(
    `console.error('${said}', new Error('${said}')); console.warn('${said}'); console.log('${said}');`,
  );
  expect(code).toBe(0);
  expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
  expect(printed).not.toContain(said);
});
