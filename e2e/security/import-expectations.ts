import type { Expectation, Target, Way } from './expectations.ts';

const path = '/api/archives/imports';
const permission = 'archives.member.import';

const record = (of: Target['kind'], inside: number, way: Way = {}): Expectation => ({
  rule: 'record',
  of,
  permission,
  inside,
  way,
});
const placed = (inside: number, way: Way): Expectation => ({
  rule: 'placed',
  of: 'node',
  permission,
  inside,
  way,
});

/** For each node of the stage a file with one row, which is wrong, so that nobody can commit it. */
export const importExpectations: Readonly<Record<string, readonly Expectation[]>> = {
  // Whoever may import there is told that this is no form.
  [`POST ${path}`]: [placed(415, { query: 'organizationId={id}', body: {} })],
  // Whose imports it holds is in services/archives/src/imports/import-life.test.ts.
  [`GET ${path}`]: [{ rule: 'whole', permission, inside: 200, way: {} }],
  [`GET ${path}/template.xlsx`]: [placed(200, { query: 'organizationId={id}' })],
  [`GET ${path}/{id}`]: [record('import', 200)],
  [`GET ${path}/{id}/rows`]: [record('import', 200)],
  [`GET ${path}/{id}/marked.xlsx`]: [record('import', 200)],
  [`GET ${path}/{id}/result.xlsx`]: [record('import', 409)],
  [`GET ${path}/{id}/result.csv`]: [record('import', 409)],
  [`PATCH ${path}/{id}/mapping`]: [record('import', 428, { body: { mode: 'add' } })],
  [`PATCH ${path}/{id}/rows/{row}`]: [record('import', 428, { body: { cells: {} } })],
  [`POST ${path}/{id}/commit`]: [record('import', 409, { body: { skipInvalid: false } })],
  [`POST ${path}/{id}/undo`]: [record('import', 409)],
  [`DELETE ${path}/{id}`]: [record('discarded-import', 204)],
};
