import {
  archivesAuditRecorded,
  memberAdmitted,
  memberStatusChanged,
  memberTransferred,
  memberUpdated,
  memberVoided,
} from '@banyan/contracts/archives/events';
import { gatewayAuditRecorded } from '@banyan/contracts/gateway/events';
import { identityAuditRecorded } from '@banyan/contracts/identity/events';
import { onMany, type Subscription } from '@banyan/service-kit/subscriptions';
import { collectAuditEntries } from './audit-trail/collect-audit-entries.ts';
import { onMemberChanged } from './people/on-member-changed.ts';
import { onMemberVoided } from './people/on-member-voided.ts';

/** Domains whose facts identity reacts to; its own audit rows reach the trail like everybody's. */
export const sources = ['identity', 'archives', 'gateway'];

export const subscriptions: readonly Subscription[] = [
  onMany(memberAdmitted, 'people:admitted', onMemberChanged),
  onMany(memberUpdated, 'people:updated', onMemberChanged),
  onMany(memberStatusChanged, 'people:status-changed', onMemberChanged),
  onMany(memberTransferred, 'people:transferred', onMemberChanged),
  onMany(memberVoided, 'people:voided', onMemberVoided),
  onMany(identityAuditRecorded, 'audit-trail:identity', (tx, entries) =>
    collectAuditEntries(tx, 'identity', entries),
  ),
  onMany(archivesAuditRecorded, 'audit-trail:archives', (tx, entries) =>
    collectAuditEntries(tx, 'archives', entries),
  ),
  onMany(gatewayAuditRecorded, 'audit-trail:gateway', (tx, entries) =>
    collectAuditEntries(tx, 'gateway', entries),
  ),
];
