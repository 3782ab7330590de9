import { exampleMember } from '../members/example-member.ts';
import type { ChangeRequest, ChangeRequestItem } from './change-request.ts';

/** A request as the service sends it, for tests of pages. */
export const exampleRequest: ChangeRequest = {
  id: '019a0000-0000-7000-8000-0000000000e1',
  memberId: exampleMember.id,
  memberName: exampleMember.name,
  organizationId: exampleMember.organizationId,
  organizationName: exampleMember.organizationName,
  state: 'open',
  reason: '更换了手机号码',
  proposedAt: '2026-11-22T02:00:00Z',
  proposer: { id: '019a0000-0000-7000-8000-0000000000d2', name: exampleMember.name },
  closedAt: null,
  version: 1,
  memberVersion: 3,
  abilities: ['decide', 'unmask'],
  fields: [
    {
      field: 'post',
      from: '采油工',
      to: '采油工程师',
      current: '采油班长',
      isConflicting: true,
      decision: null,
      decidedAt: null,
      decidedBy: null,
      reason: null,
    },
    {
      field: 'phone',
      from: '154****3212',
      to: '139****5678',
      current: '154****3212',
      isConflicting: false,
      decision: null,
      decidedAt: null,
      decidedBy: null,
      reason: null,
    },
  ],
};

const { fields, memberVersion: _memberVersion, ...head } = exampleRequest;
export const exampleRequestItem: ChangeRequestItem = {
  ...head,
  fields: fields.map(({ field, decision }) => ({ field, decision })),
};
