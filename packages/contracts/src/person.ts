import { z } from 'zod';

export const stages = ['applicant', 'activist', 'candidate', 'probationary', 'full'] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

export const membershipStates = [
  'active',
  'suspended',
  'out-of-contact',
  'transferred-out',
  'left',
  'deceased',
] as const;
export const membershipStateSchema = z.enum(membershipStates);
export type MembershipState = z.infer<typeof membershipStateSchema>;

/** What of a person leaves archives: enough to list, sort and address, and nothing sensitive. */
export const personSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  pinyin: z.string(),
  organizationId: z.uuid(),
  sectionId: z.uuid().nullable(),
  stage: stageSchema,
  state: membershipStateSchema,
  accountId: z.uuid().nullable(),
  version: z.number().int(),
});

export type Person = z.infer<typeof personSchema>;
