import { z } from 'zod';
import { auditRecorded } from '../audit.ts';
import { defineFact } from '../fact.ts';
import { membershipStateSchema, type Person, personSchema, stageSchema } from '../person.ts';

/** `version` tells old from new; `person` is all that other domains hold of somebody. */
const memberChange = z.object({ version: z.number().int(), person: personSchema });

const person: Person = {
  id: '019a0000-0000-7000-8000-0000000000a1',
  name: '李文博',
  pinyin: 'liwenbo',
  organizationId: '019a0000-0000-7000-8000-00000000000a',
  sectionId: null,
  stage: 'probationary',
  state: 'active',
  accountId: null,
  version: 4,
};
const change = { version: 4, person };

export const memberAdmitted = defineFact('archives.member.admitted', memberChange, change);
/** `fields` names what changed; values stay in the history of archives. */
export const memberUpdated = defineFact(
  'archives.member.updated',
  memberChange.extend({ fields: z.array(z.string()) }),
  {
    ...change,
    fields: ['education'],
  },
);
export const memberStatusChanged = defineFact(
  'archives.member.status-changed',
  memberChange.extend({
    from: z.object({ stage: stageSchema, state: membershipStateSchema }),
    to: z.object({ stage: stageSchema, state: membershipStateSchema }),
    on: z.iso.date(),
  }),
  {
    ...change,
    from: { stage: 'candidate', state: 'active' },
    to: { stage: 'probationary', state: 'active' },
    on: '2025-11-25',
  },
);

/** A person is now on the roll of another branch; `from` and `to` are null for the world outside the enterprise. */
export const memberTransferred = defineFact(
  'archives.member.transferred',
  memberChange.extend({
    from: z.uuid().nullable(),
    to: z.uuid().nullable(),
    on: z.iso.date(),
    transferId: z.uuid(),
    duesPaidThrough: z
      .string()
      .regex(/^\d{4}-\d\d$/)
      .nullable(),
  }),
  {
    ...change,
    from: '019a0000-0000-7000-8000-00000000000b',
    to: '019a0000-0000-7000-8000-00000000000a',
    on: '2026-11-23',
    transferId: '019a0000-0000-7000-8000-0000000000c1',
    duesPaidThrough: '2026-11',
  },
);
/** The letter of a transfer ends soon and nobody has received the person; `from` and `to` are null outside the enterprise. */
export const transferEnding = defineFact(
  'archives.transfer.ending',
  z.object({
    version: z.number().int(),
    memberId: z.uuid(),
    from: z.uuid().nullable(),
    to: z.uuid().nullable(),
    expiresOn: z.iso.date(),
  }),
  {
    version: 3,
    memberId: person.id,
    from: '019a0000-0000-7000-8000-00000000000b',
    to: '019a0000-0000-7000-8000-00000000000a',
    expiresOn: '2026-11-30',
  },
);
/** Somebody proposes other values for fields of a record; the values stay in archives. */
const requestExample = {
  version: 1,
  memberId: person.id,
  organizationId: person.organizationId,
  proposerId: '019a0000-0000-7000-8000-0000000000e1',
  fields: ['phone', 'post'],
};
const changeRequest = z.object({
  version: z.number().int(),
  memberId: z.uuid(),
  organizationId: z.uuid(),
  proposerId: z.uuid(),
  fields: z.array(z.string()),
});
export const changeRequestProposed = defineFact(
  'archives.change-request.proposed',
  changeRequest,
  requestExample,
);
/** `fields` were decided in this act, `accepted` are in the record. */
export const changeRequestDecided = defineFact(
  'archives.change-request.decided',
  changeRequest.extend({ accepted: z.array(z.string()) }),
  { ...requestExample, version: 2, accepted: ['phone'] },
);

/** A round goes down from a node to everybody below. */
const roundExample = {
  version: 1,
  organizationId: '019a0000-0000-7000-8000-00000000000b',
  title: '2026 年度党员信息核实',
  dueOn: '2026-12-31',
};
const verificationRound = z.object({
  version: z.number().int(),
  organizationId: z.uuid(),
  title: z.string(),
  dueOn: z.iso.date(),
});
export const verificationOpened = defineFact('archives.verification.opened', verificationRound, roundExample);
/** Branches that have not answered for everybody: at most 500 in one fact, and as many facts as it takes. */
const unfinished = verificationRound.extend({ branchIds: z.array(z.uuid()).max(500) });
const unfinishedExample = { ...roundExample, branchIds: [person.organizationId] };
export const verificationReminded = defineFact(
  'archives.verification.reminded',
  unfinished,
  unfinishedExample,
);
export const verificationOverdue = defineFact('archives.verification.overdue', unfinished, unfinishedExample);

/** The record never was: what put it on the roll has been undone. Replicas forget the person. */
export const memberVoided = defineFact(
  'archives.member.voided',
  z.object({ version: z.number().int(), personId: z.uuid() }),
  { version: 2, personId: person.id },
);

/** A bulk act announces itself once; its people follow one by one. Counts are of people. */
const importOutcome = z.object({
  importId: z.uuid(),
  organizationIds: z.array(z.uuid()),
  admitted: z.number().int(),
  updated: z.number().int(),
});
const importExample = {
  importId: '019a0000-0000-7000-8000-0000000000d1',
  organizationIds: [person.organizationId],
  admitted: 120,
  updated: 4,
};
export const importCommitted = defineFact('archives.import.committed', importOutcome, importExample);
export const importUndone = defineFact('archives.import.undone', importOutcome, importExample);

export const archivesAuditRecorded = auditRecorded('archives');

export const archivesFacts = [
  memberAdmitted,
  memberUpdated,
  memberStatusChanged,
  memberTransferred,
  transferEnding,
  changeRequestProposed,
  changeRequestDecided,
  verificationOpened,
  verificationReminded,
  verificationOverdue,
  memberVoided,
  importCommitted,
  importUndone,
  archivesAuditRecorded,
];
