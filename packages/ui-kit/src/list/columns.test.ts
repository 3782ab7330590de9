import { expect, it } from 'vitest';
import { arrange, type ListColumn } from './columns.ts';

const columns: ListColumn<unknown>[] = [
  { key: 'name', title: 'Name', render: () => null, always: true },
  { key: 'stage', title: 'Stage', render: () => null },
  { key: 'post', title: 'Post', render: () => null, hidden: true },
];
const keys = (list: ListColumn<unknown>[]) => list.map(({ key }) => key);

it('columns hidden at first show once somebody chooses them', () => {
  expect(keys(arrange(columns, null).visible)).toEqual(['name', 'stage']);
  expect(keys(arrange(columns, { order: ['name', 'stage', 'post'], hidden: [] }).visible)).toContain('post');
});

it('a column newer than the saved choice comes last, and the naming one cannot be hidden', () => {
  const arranged = arrange(columns, { order: ['stage'], hidden: ['name'] });
  expect(keys(arranged.visible)).toEqual(['stage', 'name']);
});

it('a newer column that is hidden at first waits until somebody chooses it', () => {
  const arranged = arrange(columns, { order: ['stage', 'name'], hidden: [] });
  expect(keys(arranged.visible)).toEqual(['stage', 'name']);
  expect(keys(arranged.all)).toEqual(['stage', 'name', 'post']);
});
