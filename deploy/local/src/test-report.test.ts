import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inCheckout } from './paths.ts';
import { addTallies, summary, tallyPlaywright, tallyVitest } from './test-report.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'banyan-report-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(directory, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const counts = { numPassedTests: 5, numPendingTests: 1, numTodoTests: 0 };
const broken = { name: inCheckout('services/a.test.ts'), status: 'failed', message: 'no such\nfile' };
const red = (text: string) => `${String.fromCharCode(27)}[31m${text}${String.fromCharCode(27)}[39m`;

test('a test file that does not load, or is skipped because its preparation failed, counts as a failure', () => {
  const testResults = [
    { ...broken, assertionResults: [] },
    { ...broken, assertionResults: [{ status: 'skipped' }] },
  ];
  expect(tallyVitest(report({ ...counts, testResults }), 1)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 1,
    failures: Array(2).fill('services/a.test.ts › does not run › no such'),
  });
});

test('a failed test is counted once, and told by file, title and the first line of its error', () => {
  const failed = {
    status: 'failed',
    fullName: 'lists keep order',
    failureMessages: [red('1 is not 2\nat a:1')],
  };
  const testResults = [{ ...broken, assertionResults: [failed, { status: 'passed' }] }];
  expect(tallyVitest(report({ ...counts, testResults }), 1)).toMatchObject({
    failed: 1,
    failures: ['services/a.test.ts › lists keep order › 1 is not 2'],
  });
});

test('a failed journey is told by file, title and the error of its last attempt', () => {
  const attempts = [{ error: { message: 'too late' } }, { error: { message: red('not seen\nat b:1') } }];
  const spec = { title: 'opens', file: 'b.spec.ts', line: 7, ok: false, tests: [{ results: attempts }] };
  const suites = [{ specs: [], suites: [{ specs: [spec, { ...spec, ok: true }] }] }];
  const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 };
  expect(tallyPlaywright(report({ suites, stats }), 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    failures: ['e2e/journeys/b.spec.ts:7 › opens › not seen'],
  });
});

test('a runner that ends badly without a failed test counts as a failure', () => {
  expect(tallyVitest(report({ ...counts, testResults: [] }), 1).failed).toBe(1);
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 };
  expect(tallyPlaywright(report({ suites: [], stats }), 1)).toMatchObject({
    passed: 4,
    failed: 1,
    failures: ['a runner ended with 1 outside its tests'],
  });
});

test('a runner that leaves no report counts as a failure', () => {
  expect(tallyVitest(path.join(directory, 'absent.json'), 0).failed).toBe(1);
  expect(tallyPlaywright(path.join(directory, 'absent.json'), 0).failed).toBe(1);
});

test('the last line adds the runners up and names what was skipped; what failed stands above it', () => {
  const none = { passed: 2, failed: 0, skipped: 0, failures: [] };
  expect(summary(addTallies([none]))).toBe('2 passed, 0 failed');
  const both = [
    { passed: 2, failed: 1, skipped: 1, failures: ['a.test.ts › counts'] },
    { ...none, passed: 3, skipped: 2 },
  ];
  expect(summary(addTallies(both))).toBe('failed: a.test.ts › counts\n5 passed, 1 failed, 3 skipped');
});
