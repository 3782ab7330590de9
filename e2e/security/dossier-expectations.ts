import { type Expectation, list, placed, record, session, whole } from './rules.ts';

const read = 'archives.dossier.read';
const update = 'archives.dossier.update';
const settings = 'archives.setting.update';

const ofPerson = '/api/archives/members/{id}/dossier';
const files = '/api/archives/dossier-files/{id}';
const extras = '/api/archives/dossier-extras';
const uploads = '/api/archives/uploads';

/** One file of everybody on the stage; the keeping of them beyond their own person is in services/archives/src/dossiers. */
export const dossierExpectations: Readonly<Record<string, readonly Expectation[]>> = {
  [`GET ${ofPerson}`]: [record('person', read, 200)],
  [`PATCH ${ofPerson}`]: [record('person', update, 428, { body: { item: 'other', mark: null } })],
  // What is sent is no form.
  [`POST ${ofPerson}/files`]: [record('person', update, 415, { body: {} })],
  [`GET ${ofPerson}.zip`]: [record('person', read, 200)],
  [`GET ${files}`]: [record('file', read, 200)],
  [`POST ${files}/link`]: [record('file', read, 200)],
  [`DELETE ${files}`]: [record('file', update, 200)],
  // It has not been removed.
  [`POST ${files}/restore`]: [record('file', update, 409)],
  'GET /api/archives/file-links/{token}': [session(404)],
  'GET /api/archives/dossiers': [list(read, 'person')],
  'GET /api/archives/dossiers/branches': [whole(read, 200)],
  [`GET ${extras}`]: [whole(read, 200)],
  [`POST ${extras}`]: [placed('node', settings, 400, { body: { organizationId: '{id}', name: '' } })],
  [`PATCH ${extras}/{id}`]: [whole(settings, 404)],
  [`DELETE ${extras}/{id}`]: [whole(settings, 404)],
  // An upload names its person in a header, which these do not send; who may upload for whom is in receive-upload.test.ts.
  [`POST ${uploads}`]: [whole(update, 400)],
  [`PATCH ${uploads}/{id}`]: [whole(update, 404)],
  [`DELETE ${uploads}/{id}`]: [whole(update, 404)],
};
