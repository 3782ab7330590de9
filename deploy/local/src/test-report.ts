import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { checkout, inCheckout } from './paths.ts';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by file and title, each with the first line of its error. */
  failures: string[];
}

interface VitestTest {
  status: string;
  fullName: string;
  failureMessages: string[];
}

interface VitestReport {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: VitestTest[] }[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    line: number;
    ok: boolean;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
}

interface PlaywrightReport {
  suites: PlaywrightSuite[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

function readJson<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}

function failure(file: string, title: string, error = ''): string {
  const [line = ''] = stripVTControlCharacters(error).split('\n');
  return [path.relative(checkout, file), title, line].filter(Boolean).join(' › ');
}

/** A runner that failed without a failed test (no report, an error outside tests) counts as one failure. */
function honest(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0
    ? { ...tally, failed: 1, failures: [`a runner ended with ${exitCode} outside its tests`] }
    : tally;
}

const withoutReport: Tally = { passed: 0, failed: 1, skipped: 0, failures: ['a runner left no report'] };

export function tallyVitest(file: string, exitCode: number): Tally {
  const report = readJson<VitestReport>(file);
  if (!report) return withoutReport;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed');
    // A file that does not load, or whose preparation fails, has no failed test to count.
    if (status === 'failed' && tests.length === 0) return [failure(name, 'does not run', message)];
    return tests.map((test) => failure(name, test.fullName, test.failureMessages[0]));
  });
  return honest(
    {
      passed: report.numPassedTests,
      failed: failures.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures,
    },
    exitCode,
  );
}

function failuresOf({ suites = [], specs }: PlaywrightSuite): string[] {
  const own = specs
    .filter((spec) => !spec.ok)
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap((test) => test.results).flatMap((result) => result.error?.message ?? []);
      return failure(inCheckout('e2e/journeys', `${file}:${line}`), title, errors.at(-1));
    });
  return [...own, ...suites.flatMap(failuresOf)];
}

export function tallyPlaywright(file: string, exitCode: number): Tally {
  const report = readJson<PlaywrightReport>(file);
  if (!report) return withoutReport;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failures = report.suites.flatMap(failuresOf);
  return honest({ passed: expected + flaky, failed: unexpected, skipped, failures }, exitCode);
}

export function addTallies(tallies: Tally[]): Tally {
  const sum = (field: 'passed' | 'failed' | 'skipped') =>
    tallies.reduce((total, tally) => total + tally[field], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: tallies.flatMap((tally) => tally.failures),
  };
}

/** What failed, a line each, then the counts: whoever sees only the end of the output still learns it. */
export function summary({ passed, failed, skipped, failures }: Tally): string {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return [...failures.map((line) => `failed: ${line}`), counts].join('\n');
}
