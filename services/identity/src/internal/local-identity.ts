import { createDatabase } from '@banyan/service-kit/database';
import { type IdentityClient, noAccess } from '@banyan/service-kit/identity-client';
import { systemScope } from '@banyan/service-kit/scope';
import type { Sql } from 'postgres';
import { compileAccess } from '../grants/access-table.ts';
import { mergedInto, snapshotOrganizations } from '../organizations/snapshot-organizations.ts';
import type { TokenIssuer } from '../sessions/token-issuer.ts';

const snapshot = systemScope('identity.organization.snapshot');

/** What other services ask identity over HTTP, identity answers itself in its own process. */
export function localIdentity(client: Sql, tokens: TokenIssuer): IdentityClient {
  const database = createDatabase(client, { domain: 'identity', onFacts: () => undefined });
  return {
    access: async (accountId) => {
      const access = await database.read(systemScope('identity.grant.compile'), (tx) =>
        compileAccess(tx.sql, accountId),
      );
      return access ?? noAccess(accountId);
    },
    treeSnapshot: (after) => database.read(snapshot, (tx) => snapshotOrganizations(tx.sql, after ?? null)),
    mergedInto: (organizationId) => database.read(snapshot, (tx) => mergedInto(tx.sql, organizationId)),
    keys: async () => tokens.keys,
  };
}
