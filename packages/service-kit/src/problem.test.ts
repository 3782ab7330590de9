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

it('a statement that took too long is no fault of ours to hide behind, and can be tried again', () => {
  expect(problemOf({ code: '57014' })).toMatchObject({ status: 503, code: 'service.too-slow' });
});
