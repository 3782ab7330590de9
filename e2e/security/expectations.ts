import { changeRequestExpectations, verificationExpectations } from './asked-expectations.ts';
import { dossierExpectations } from './dossier-expectations.ts';
import { importExpectations } from './import-expectations.ts';
import { registerExpectations } from './register-expectations.ts';
import { transferExpectations } from './transfer-expectations.ts';
import { type Expectation, list, open, placed, record, session, whole } from './rules.ts';

const today = '2026-11-23';

/** Every route of the services. 428 and 400 say that the asker may, and that the question is not complete. */
export const expectations: Readonly<Record<string, readonly Expectation[]>> = {
  'POST /api/identity/sessions': [open(400, { body: {} })],
  'GET /api/identity/sign-in-options': [open(200)],
  'POST /api/identity/bootstrap': [open(400, { body: {} })],
  'POST /api/identity/invitations': [open(400, { body: {} })],
  'DELETE /api/identity/sessions/current': [{ rule: 'session', inside: 204, way: {}, ends: true }],
  'GET /api/identity/sessions': [
    session(200),
    placed('account', 'identity.session.read', 200, { query: 'accountId={id}' }),
  ],
  'DELETE /api/identity/sessions/{id}': [
    {
      rule: 'record',
      of: 'session',
      permission: 'identity.session.remove',
      inside: 204,
      way: {},
      without: 404,
    },
  ],
  'GET /api/identity/me': [session(200)],
  'PATCH /api/identity/me/preferences': [session(200, { body: { theme: 'system' } })],
  'POST /api/identity/me/password': [session(400, { body: {} })],

  'GET /api/identity/organizations': [list('identity.organization.read', 'node')],
  'GET /api/identity/organizations/{id}': [record('node', 'identity.organization.read', 200)],
  'GET /api/identity/organizations/{id}/history': [record('node', 'identity.organization.read', 200)],
  // A group is below nothing: whoever may make something there is told so.
  'POST /api/identity/organizations': [
    placed('node', 'identity.organization.create', 409, {
      body: { parentId: '{id}', type: 'group', name: '无', shortName: '无', code: 'NEVER' },
    }),
  ],
  'PATCH /api/identity/organizations/{id}': [
    record('node', 'identity.organization.update', 428, { body: { shortName: '无' } }),
  ],
  'POST /api/identity/organizations/{id}/move': [
    record('node', 'identity.organization.update', 400, { body: {} }),
  ],
  'POST /api/identity/organizations/{id}/merge': [
    record('node', 'identity.organization.remove', 400, { body: {} }),
  ],
  // Nothing on this stage is empty.
  'POST /api/identity/organizations/{id}/dissolve': [record('node', 'identity.organization.remove', 409)],

  'GET /api/identity/accounts': [list('identity.account.read', 'account')],
  'GET /api/identity/accounts/{id}': [record('account', 'identity.account.read', 200)],
  // The name is taken.
  'POST /api/identity/accounts': [
    placed('node', 'identity.account.create', 409, {
      body: { username: 'system-admin', displayName: '无', organizationId: '{id}' },
    }),
  ],
  'POST /api/identity/accounts/{id}/disable': [record('account', 'identity.account.update', 200)],
  'POST /api/identity/accounts/{id}/enable': [record('account', 'identity.account.update', 200)],
  'POST /api/identity/accounts/{id}/unlock': [record('account', 'identity.account.update', 200)],
  'POST /api/identity/accounts/{id}/invitations': [record('account', 'identity.account.update', 201)],

  'GET /api/identity/roles': [whole('identity.role.read', 200)],
  'POST /api/identity/roles': [whole('identity.role.update', 400, { body: {} })],
  'PATCH /api/identity/roles/{id}': [
    { ...whole('identity.role.update', 428, { body: { name: '无' } }), id: 'editor' },
  ],
  'GET /api/identity/grants': [list('identity.grant.read', 'grant')],
  'POST /api/identity/grants': [
    placed('account', 'identity.grant.assign', 400, {
      body: { accountId: '{id}', roleId: 'no-such-role', scope: { mode: 'self', nodes: [] } },
    }),
  ],
  'DELETE /api/identity/grants/{id}': [record('grant', 'identity.grant.assign', 204)],

  'GET /api/identity/settings': [
    placed('node', 'identity.setting.read', 200, { query: 'organizationId={id}' }),
  ],
  'PUT /api/identity/settings/{key}': [
    placed('node', 'identity.policy.update', 428, { body: { organizationId: '{id}', value: null } }),
  ],
  'GET /api/identity/settings/{key}/history': [
    placed('node', 'identity.setting.read', 200, { query: 'organizationId={id}' }),
  ],
  'GET /api/identity/audit-entries': [whole('identity.audit.read', 200)],
  'GET /api/identity/dead-letters': [whole('identity.dead-letter.read', 200)],
  'POST /api/identity/dead-letters/{id}/replay': [whole('identity.dead-letter.replay', 404)],

  'GET /api/archives/members': [list('archives.member.read', 'person')],
  // Whose rows they hold is in services/archives/src/exports/exports.test.ts and statistics/statistics.test.ts.
  'GET /api/archives/members/export': [
    whole('archives.member.export', 200, { query: 'format=csv&columns=id' }),
  ],
  'POST /api/archives/members/export': [
    whole('archives.member.export', 200, { body: { format: 'csv', columns: 'id' } }),
  ],
  'GET /api/archives/statistics': [
    whole('archives.statistics.read', 200, { query: 'rows=organization&columns=stage' }),
  ],
  'GET /api/archives/statistics/export': [
    whole('archives.statistics.read', 200, { query: 'rows=organization&format=csv' }),
  ],
  'GET /api/archives/members/{id}': [record('person', 'archives.member.read', 200)],
  'GET /api/archives/members/{id}/history': [record('person', 'archives.member.read', 200)],
  'POST /api/archives/members': [
    placed('node', 'archives.member.create', 400, { body: { organizationId: '{id}' } }),
  ],
  'PATCH /api/archives/members/{id}': [
    record('person', 'archives.member.update', 428, { body: { note: '无' } }),
  ],
  'POST /api/archives/members/{id}/advance': [
    record('person', 'archives.member.update', 428, { body: { stage: 'activist', on: today } }),
  ],
  'POST /api/archives/members/{id}/state': [
    record('person', 'archives.member.update', 428, { body: { state: 'out-of-contact', on: today } }),
  ],
  'POST /api/archives/members/{id}/unmask': [
    record('person', 'archives.member.read-sensitive', 400, { body: {} }),
  ],
  ...dossierExpectations,
  ...registerExpectations,
  ...importExpectations,
  ...changeRequestExpectations,
  ...verificationExpectations,
  ...transferExpectations,
  'GET /api/archives/fields': [
    placed('node', 'archives.member.read', 200, { query: 'organizationId={id}' }),
    placed('person', 'archives.member.read', 200, { query: 'memberId={id}' }),
  ],
  // A key of another form: whoever may make fields there is told so.
  'POST /api/archives/fields': [
    placed('node', 'archives.setting.update', 400, { body: { organizationId: '{id}', key: '无' } }),
  ],
  'POST /api/archives/fields/order': [
    placed('node', 'archives.setting.update', 400, { body: { organizationId: '{id}', ids: [] } }),
  ],
  'PATCH /api/archives/fields/{id}': [whole('archives.setting.update', 404)],
  'POST /api/archives/fields/{id}/archive': [whole('archives.setting.update', 404)],
  'POST /api/archives/fields/{id}/restore': [whole('archives.setting.update', 404)],
  'GET /api/archives/fields/{id}/usage': [whole('archives.setting.update', 404)],

  // Views are one's own; those that are shared are in services/archives/src/views/views.test.ts.
  'GET /api/archives/views': [whole('archives.member.read', 200, { query: 'list=archives.members' })],
  'POST /api/archives/views': [whole('archives.member.read', 400, { body: {} })],
  'PATCH /api/archives/views/{id}': [whole('archives.member.read', 404)],
  'DELETE /api/archives/views/{id}': [whole('archives.member.read', 404)],
  'POST /api/archives/views/{id}/restore': [whole('archives.member.read', 404)],
  'PUT /api/archives/view-preferences': [whole('archives.member.read', 400, { body: {} })],

  'GET /api/archives/dead-letters': [whole('archives.dead-letter.read', 200)],
  'POST /api/archives/dead-letters/{id}/replay': [whole('archives.dead-letter.replay', 404)],
};
