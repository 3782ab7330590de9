import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTallies, summaryLine, tallyPlaywright, tallyVitest } from './test-report.ts';

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

const counts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

test('a test file that does not load, or is skipped because its preparation failed, counts as a failure', () => {
  const broken = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'skipped' }] },
  ];
  expect(tallyVitest(report({ ...counts, testResults: broken }), 1)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 1,
  });
});

test('a failed test is counted once', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }];
  expect(tallyVitest(report({ ...counts, numFailedTests: 1, testResults }), 1).failed).toBe(1);
});

test('a runner that ends badly without a failed test counts as a failure', () => {
  expect(tallyVitest(report({ ...counts, testResults: [] }), 1).failed).toBe(1);
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 };
  expect(tallyPlaywright(report({ stats, errors: [] }), 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
});

test('a runner that leaves no report counts as a failure', () => {
  expect(tallyVitest(path.join(directory, 'absent.json'), 0).failed).toBe(1);
  expect(tallyPlaywright(path.join(directory, 'absent.json'), 0).failed).toBe(1);
});

test('the last line adds the runners up and names what was skipped', () => {
  expect(summaryLine(addTallies([{ passed: 2, failed: 0, skipped: 0 }]))).toBe('2 passed, 0 failed');
  const both = [
    { passed: 2, failed: 1, skipped: 1 },
    { passed: 3, failed: 0, skipped: 2 },
  ];
  expect(summaryLine(addTallies(both))).toBe('5 passed, 1 failed, 3 skipped');
});
