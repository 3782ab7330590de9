import { expect, it } from 'vitest';
import { relativeTime } from './dates.tsx';
import { formatText } from './locale.tsx';
import { Problem } from './problem.ts';
import { problemText } from './problem-text.ts';

it('texts group numbers and choose between one and many', () => {
  const text = '{total} {total|person|people} of {name}';
  expect(formatText(text, 'en-US', { total: 12_304, name: 'A' })).toBe('12,304 people of A');
  expect(formatText(text, 'en-US', { total: 1, name: 'A' })).toBe('1 person of A');
});

it('times are said relative to now', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  expect(relativeTime(new Date('2026-11-20T12:00:00Z'), now, 'zh-CN')).toBe('3天前');
  expect(relativeTime(new Date('2026-11-23T14:30:00Z'), now, 'en-US')).toBe('in 2 hours');
  expect(relativeTime(now, now, 'en-US')).toBe('just now');
});

it('a refusal without words of its own is explained by its status', () => {
  expect(problemText(new Problem(404, { code: 'record.not-found' }), 'zh-CN')).toContain('不在可见范围');
  expect(problemText(new Problem(503, {}), 'en-US')).toContain('will be back');
  expect(problemText(new Problem(418, { requestId: 'r1' }), 'en-US')).toContain('r1');
  expect(problemText(new Problem(429, {}, 7), 'en-US')).toContain('7 seconds');
});
