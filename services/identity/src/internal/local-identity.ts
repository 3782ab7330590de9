import { createDatabase } from '@banyan/service-kit/database';
import type { IdentityClient } from '@banyan/service-kit/identity-client';
import { systemScope } from '@banyan/service-kit/scope';
import type { Sql } from 'postgres';
import { compileAccess } from '../grants/access-table.ts';
import { snapshotOrganizations } from '../organizations/snapshot-organizations.ts';
import type { TokenIssuer } from '../sessions/token-issuer.ts';

/** What other services ask identity over HTTP, identity answers itself in its own process. */
export function localIdentity(client: Sql, tokens: TokenIssuer): IdentityClient {
  const database = createDatabase(client, { domain: 'identity', onFacts: () => undefined });
  return {
    access: async (accountId) => {
      const access = await database.read(systemScope('identity.grant.compile'), (tx) =>
        compileAccess(tx.sql, accountId),
      );
      return access ?? { accountId, personId: null, revision: 0, active: false, grants: [] };
    },
    treeSnapshot: () =>
      database.read(systemScope('identity.organization.snapshot'), (tx) => snapshotOrganizations(tx.sql)),
    keys: async () => tokens.keys,
  };
}
