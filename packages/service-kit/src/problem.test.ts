import { describe, expect, it } from 'vitest';
import { problemOf } from './problem.ts';

const detailOf = (code: string): string | undefined => problemOf({ code }).details?.detail;

describe('a database that is away', () => {
  it.each(['ECONNREFUSED', 'CONNECT_TIMEOUT', '57P03', '57P01', '53300'])(
    '%s has changed nothing, and says so',
    (code) => {
      expect(detailOf(code)).toMatch(/^Nothing was changed/);
    },
  );

  it.each(['CONNECTION_CLOSED', 'ECONNRESET', 'EPIPE', '08006', '57P02'])(
    '%s may have come after the commit, and promises nothing',
    (code) => {
      expect(detailOf(code)).toMatch(/^Look whether/);
    },
  );
});

describe('what a library wraps', () => {
  it('is known by its cause', () => {
    const wrapped = Object.assign(new Error('Failed query'), { cause: { code: 'ECONNREFUSED' } });
    expect(problemOf(wrapped)).toMatchObject({ status: 503, code: 'service.unavailable' });
  });
});

describe('a disk that is full', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EFBIG', '53100'])('is named, with what to do (%s)', (code) => {
    const problem = problemOf(Object.assign(new Error('Failed query'), { cause: { code } }));
    expect(problem).toMatchObject({ status: 503, code: 'service.disk-full' });
    expect(problem.details).toMatchObject({ detail: expect.stringMatching(/^Nothing was kept/) });
  });
});

it('two that waited for each other: one is sent back, and may try again', () => {
  expect(problemOf({ code: '40P01' })).toMatchObject({ status: 503, code: 'service.unavailable' });
  expect(detailOf('40P01')).toMatch(/^Nothing was changed/);
});

it.each(['22021', '22P05'])("text that the database cannot keep is the sender's to mend (%s)", (code) => {
  expect(problemOf({ code })).toMatchObject({ status: 400, code: 'request.invalid' });
});

it('a statement that took too long is no fault of ours to hide behind, and can be tried again', () => {
  expect(problemOf({ code: '57014' })).toMatchObject({ status: 503, code: 'service.too-slow' });
});
