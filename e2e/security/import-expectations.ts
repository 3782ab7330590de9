import { type Expectation, placed, record, type Way, whole } from './rules.ts';

const path = '/api/archives/imports';
const permission = 'archives.member.import';

const ofImport = (inside: number, way?: Way): Expectation => record('import', permission, inside, way);
const atNode = (inside: number, way: Way): Expectation => placed('node', permission, inside, way);

/** For each node of the stage a file with one row, which is wrong, so that nobody can commit it. */
export const importExpectations: Readonly<Record<string, readonly Expectation[]>> = {
  // Whoever may import there is told that this is no form.
  [`POST ${path}`]: [atNode(415, { query: 'organizationId={id}', body: {} })],
  // Whose imports it holds is in services/archives/src/imports/import-scope.test.ts.
  [`GET ${path}`]: [whole(permission, 200)],
  [`GET ${path}/template.xlsx`]: [atNode(200, { query: 'organizationId={id}' })],
  [`GET ${path}/{id}`]: [ofImport(200)],
  [`GET ${path}/{id}/rows`]: [ofImport(200)],
  [`GET ${path}/{id}/marked.xlsx`]: [ofImport(200)],
  [`GET ${path}/{id}/result.xlsx`]: [ofImport(409)],
  [`GET ${path}/{id}/result.csv`]: [ofImport(409)],
  [`PATCH ${path}/{id}/mapping`]: [ofImport(428, { body: { mode: 'add' } })],
  [`PATCH ${path}/{id}/rows/{row}`]: [ofImport(428, { body: { cells: {} } })],
  [`POST ${path}/{id}/commit`]: [ofImport(409, { body: { skipInvalid: false } })],
  [`POST ${path}/{id}/undo`]: [ofImport(409)],
  [`DELETE ${path}/{id}`]: [record('discarded-import', permission, 204)],
};
