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
import { on, type Subscription } from '@banyan/service-kit/subscriptions';
import { collectAuditEntry } from './audit-trail/collect-audit-entry.ts';
import { onMemberChanged } from './people/on-member-changed.ts';
import { onMemberVoided } from './people/on-member-voided.ts';

/** Domains whose facts identity reacts to; its own audit rows reach the trail like everybody's. */
export const sources = ['identity', 'archives', 'gateway'];

export const subscriptions: readonly Subscription[] = [
  on(memberAdmitted, 'people:admitted', (tx, { person }) => onMemberChanged(tx, person), 'record'),
  on(memberUpdated, 'people:updated', (tx, { person }) => onMemberChanged(tx, person), 'record'),
  on(memberStatusChanged, 'people:status-changed', (tx, { person }) => onMemberChanged(tx, person), 'record'),
  on(memberTransferred, 'people:transferred', (tx, { person }) => onMemberChanged(tx, person), 'record'),
  on(memberVoided, 'people:voided', (tx, { personId }) => onMemberVoided(tx, personId), 'record'),
  on(
    identityAuditRecorded,
    'audit-trail:identity',
    (tx, entry) => collectAuditEntry(tx, 'identity', entry),
    'record',
  ),
  on(
    archivesAuditRecorded,
    'audit-trail:archives',
    (tx, entry) => collectAuditEntry(tx, 'archives', entry),
    'record',
  ),
  on(
    gatewayAuditRecorded,
    'audit-trail:gateway',
    (tx, entry) => collectAuditEntry(tx, 'gateway', entry),
    'record',
  ),
];
