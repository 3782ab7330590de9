import { expect, test } from 'vitest';
import { copyLine } from './copy-rows.ts';

test('each kind of value is written as COPY reads it', () => {
  const line = copyLine(['采油一队', 7, true, null, new Date(0), Buffer.from([1, 255]), ['a"b', 'c']]);
  expect(line).toBe('采油一队\t7\ttrue\t\\N\t1970-01-01T00:00:00.000Z\t\\\\x01ff\t{"a\\\\"b","c"}\n');
});

test('what separates fields and rows does so only between them', () => {
  expect(copyLine(['a\tb\nc\\d\r', ''])).toBe('a\\tb\\nc\\\\d\\r\t\n');
});
