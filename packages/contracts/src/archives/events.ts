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

export const archivesAuditRecorded = auditRecorded('archives');

export const archivesFacts = [memberAdmitted, memberUpdated, memberStatusChanged, archivesAuditRecorded];
