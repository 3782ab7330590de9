import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError, OperatorError } from './error.ts';
import { serializeError, summarizeError } from './serialize-error.ts';

const said = '榕小明 13800006688';

/** As drizzle wraps what postgres.js throws. */
function failedQuery(): Error {
  const cause = Object.assign(new Error(`duplicate key (${said})`), {
    name: 'PostgresError',
    code: '23505',
    detail: `Key (name)=(${said}) already exists.`,
    constraint_name: 'members_pkey',
    table_name: 'members',
    query: `insert into members values ('${said}')`,
    parameters: [said],
  });
  return new Error(`Failed query: insert into members values ($1)\nparams: ${said}`, { cause });
}

it('of a failed query codes, names of tables and frames are kept, and nothing that it was about', () => {
  const serialized = serializeError(failedQuery());
  expect(serialized.cause).toMatchObject({
    name: 'PostgresError',
    code: '23505',
    constraint: 'members_pkey',
    table: 'members',
  });
  expect(serialized.frames?.[0]).toMatch(/serialize-error\.test\.ts:\d+:\d+/);
  expect(JSON.stringify(serialized)).not.toContain(said);
  expect(summarizeError(failedQuery())).toBe('Error < PostgresError 23505 members_pkey');
});

it('what was written for whoever reads the log is there, also as a cause', () => {
  const refusal = new AppError('unavailable', 'identity.unavailable', 'Permissions cannot be checked.', {
    cause: new OperatorError('identity answered 500'),
  });
  expect(serializeError(refusal)).toMatchObject({
    code: 'identity.unavailable',
    message: 'Permissions cannot be checked.',
    cause: { message: 'identity answered 500' },
  });
  expect(summarizeError(refusal)).toBe('Permissions cannot be checked. < identity answered 500');
});

it.each([
  ['a message with lines like frames', new Error(`x\n    at ${said}\n    at (${said}:1:1)`)],
  ['a message that was changed afterwards', Object.assign(new Error(said), { message: 'other' })],
  ['a code that is a sentence', Object.assign(new Error(''), { code: said, syscall: said })],
  ['a name that is a sentence', Object.assign(new Error(''), { name: said })],
  ['several at once', new AggregateError([new Error(said), failedQuery()], said)],
  ['a text', said],
  ['a record', { name: said }],
])('%s says nothing', (_, error) => {
  expect(JSON.stringify(serializeError(error))).not.toContain(said);
});

it('the errors of one attempt per address keep their codes', () => {
  const refused = Object.assign(new Error(said), { code: 'ECONNREFUSED', syscall: 'connect' });
  expect(serializeError(new AggregateError([refused]))).toMatchObject({
    errors: [{ code: 'ECONNREFUSED', syscall: 'connect' }],
  });
});

it('a copy of an error is one', () => {
  const error = Object.assign(new Error(said), { code: 'ECONNREFUSED' });
  const copy = serializeError({ ...error, message: error.message, stack: error.stack });
  expect(copy).toMatchObject({ name: 'Error', code: 'ECONNREFUSED', frames: expect.any(Array) });
  expect(JSON.stringify(copy)).not.toContain(said);
});

it('an error that is its own cause comes to an end', () => {
  const error = new Error(said);
  error.cause = error;
  expect(JSON.stringify(serializeError(error))).not.toContain(said);
});

it('no message at all comes through', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), (secret) => {
      const marked = `\u0001${secret}`;
      const text = JSON.stringify(serializeError(new Error(`${marked}\n    at ${marked}`)));
      expect(text).not.toContain(JSON.stringify(marked).slice(1, -1));
    }),
  );
});
