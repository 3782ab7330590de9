import { z } from 'zod';
import { accessSchema } from '../access.ts';
import { auditRecorded } from '../audit.ts';
import { defineFact, type FactData } from '../fact.ts';
import { type OrganizationNode, organizationNodeSchema } from '../organization.ts';

/** `treeRevision` grows by one with every change of the tree; a reader that sees a gap loads the tree anew. */
const treeChange = z.object({
  treeRevision: z.number().int(),
  version: z.number().int(),
  organization: organizationNodeSchema,
});

const branch: OrganizationNode = {
  id: '019a0000-0000-7000-8000-00000000000a',
  parentId: '019a0000-0000-7000-8000-00000000000b',
  path: '/1/2/3/',
  type: 'branch',
  code: 'B0001',
  name: '采油一厂采油一队党支部',
  shortName: '采油一队',
  status: 'active',
  sort: 1,
  establishedOn: '2015-07-01',
  termEndsOn: '2027-06-30',
  validFrom: '2015-07-01',
  validTo: null,
  version: 3,
};
const change = { treeRevision: 17, version: 3, organization: branch };

export const organizationCreated = defineFact('identity.organization.created', treeChange, change);
export const organizationRenamed = defineFact('identity.organization.renamed', treeChange, change);
/** The node and all below it now begin with `organization.path` instead of `fromPath`. */
export const organizationMoved = defineFact(
  'identity.organization.moved',
  treeChange.extend({ fromPath: z.string() }),
  {
    ...change,
    fromPath: '/1/4/3/',
  },
);
/** `organization` ended; its children and people go to `intoId`. Moves of children are announced one by one, before. */
export const organizationMerged = defineFact(
  'identity.organization.merged',
  treeChange.extend({ intoId: z.uuid() }),
  {
    ...change,
    organization: { ...branch, status: 'merged', validTo: '2026-11-23' },
    intoId: '019a0000-0000-7000-8000-00000000000c',
  },
);
export type OrganizationMerged = FactData<typeof organizationMerged>;
export const organizationDissolved = defineFact('identity.organization.dissolved', treeChange, {
  ...change,
  organization: { ...branch, status: 'dissolved', validTo: '2026-11-23' },
});

const accountChange = z.object({
  accountId: z.uuid(),
  personId: z.uuid().nullable(),
  version: z.number().int(),
});
const account = { accountId: '019a0000-0000-7000-8000-00000000000d', personId: null, version: 1 };

export const accountCreated = defineFact('identity.account.created', accountChange, account);
export const accountDisabled = defineFact('identity.account.disabled', accountChange, account);

/** What an account may do has changed: the whole of it, at its new revision. */
export const grantChanged = defineFact('identity.grant.changed', accessSchema, {
  accountId: account.accountId,
  personId: null,
  revision: 42,
  active: true,
  grants: [
    {
      role: 'branch-secretary',
      permissions: ['archives.member.read'],
      scope: { mode: 'node', nodes: [branch.id] },
      validFrom: null,
      validTo: null,
    },
  ],
});

export const sessionEnded = defineFact(
  'identity.session.ended',
  z.object({
    sessionId: z.uuid(),
    accountId: z.uuid(),
    /** `replaced` by a sign-in over it; `limit`: too many of the account, this one unused for longest. */
    reason: z.enum(['signed-out', 'ended', 'expired', 'account-disabled', 'replaced', 'limit']),
  }),
  { sessionId: '019a0000-0000-7000-8000-00000000000e', accountId: account.accountId, reason: 'signed-out' },
);

export const identityAuditRecorded = auditRecorded('identity');

export const identityFacts = [
  organizationCreated,
  organizationRenamed,
  organizationMoved,
  organizationMerged,
  organizationDissolved,
  accountCreated,
  accountDisabled,
  grantChanged,
  sessionEnded,
  identityAuditRecorded,
];
