import { auditRecorded } from '../audit.ts';

/** Changes of the registry of remotes: publishing, choosing, pinning. */
export const gatewayAuditRecorded = auditRecorded('gateway');

export const gatewayFacts = [gatewayAuditRecorded];
