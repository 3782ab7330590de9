import { type Client, clientOf, expectStatus } from './client.ts';
import type { Mesh } from './mesh.ts';

export const password = 'Mesh-of-tests-2026';

export interface NewAccount {
  readonly username: string;
  readonly organizationId?: string;
  /** The member whose account it is; its home follows the member's. */
  readonly personId?: string;
}

/** A group of the test's own, founded as a new installation is: with its three administrators and nobody else. */
export interface Group {
  readonly rootId: string;
  readonly system: Client;
  readonly security: Client;
  readonly auditor: Client;
  addOrganization(name: string, type: string, parentId: string): Promise<string>;
  /** Makes the account and sets its password by the link that comes with it. */
  addAccount(account: NewAccount): Promise<string>;
  grant(accountId: string, roleId: string, mode: string, nodes: readonly string[]): Promise<string>;
  revoke(grantId: string): Promise<void>;
  /** An account with one role, signed in. */
  officer(username: string, roleId: string, mode: string, nodes: readonly string[]): Promise<Client>;
}

export async function foundGroup(mesh: Mesh): Promise<Group> {
  const token = await bootstrapToken(mesh);
  const administrator = (username: string) => ({ username, displayName: username, password });
  const founded = await mesh.anonymous.post('/api/identity/bootstrap', {
    token,
    enterprise: { name: '示范集团党委', shortName: '示范集团', code: 'G' },
    system: administrator('system-admin'),
    security: administrator('security-admin'),
    auditor: administrator('audit-admin'),
  });
  const { enterpriseId } = expectStatus<{ enterpriseId: string }>(founded, 201, 'founding the group');
  const system = await mesh.signIn('system-admin', password);
  const security = await mesh.signIn('security-admin', password);
  const auditor = await mesh.signIn('audit-admin', password);
  let numbered = 0;

  const group: Group = {
    rootId: enterpriseId,
    system,
    security,
    auditor,
    async addOrganization(name, type, parentId) {
      numbered += 1;
      const body = { parentId, type, name, shortName: name, code: `N${numbered}`, sort: numbered };
      const made = await system.post('/api/identity/organizations', body);
      return expectStatus<{ id: string }>(made, 201, `organization ${name}`).id;
    },
    async addAccount({ username, ...rest }) {
      const made = await system.post('/api/identity/accounts', { username, displayName: username, ...rest });
      const { id, invitation } = expectStatus<{ id: string; invitation: { path: string } }>(
        made,
        201,
        `account ${username}`,
      );
      const link = { token: tokenOf(invitation.path), password };
      const set = await mesh.anonymous.post('/api/identity/invitations', link);
      expectStatus(set, 200, `password of ${username}`);
      return id;
    },
    async grant(accountId, roleId, mode, nodes) {
      const body = { accountId, roleId, scope: { mode, nodes } };
      const made = await security.post('/api/identity/grants', body);
      return expectStatus<{ id: string }>(made, 201, `grant of ${roleId}`).id;
    },
    async revoke(grantId) {
      expectStatus(await security.delete(`/api/identity/grants/${grantId}`), 204, 'revoking');
    },
    async officer(username, roleId, mode, nodes) {
      const id = await group.addAccount({ username, organizationId: nodes[0] ?? enterpriseId });
      await group.grant(id, roleId, mode, nodes);
      return mesh.signIn(username, password);
    },
  };
  return group;
}

/** What the first start asks for the link that it prints. */
async function bootstrapToken({ urls, secret }: Mesh): Promise<string> {
  const asked = await clientOf(urls.identity, null).post('/internal/bootstrap-link', undefined, {
    'x-service-secret': secret,
  });
  const { path } = expectStatus<{ path: string }>(asked, 201, 'the link of the first start');
  return tokenOf(path);
}

/** Links carry their token after '#', so that no server on the way sees it. */
function tokenOf(path: string): string {
  return path.slice(path.indexOf('#') + 1);
}
