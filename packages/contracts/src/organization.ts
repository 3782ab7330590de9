import { z } from 'zod';

export const organizationTypes = [
  'group',
  'committee',
  'general-branch',
  'branch',
  'joint-branch',
  'section',
] as const;
export const organizationTypeSchema = z.enum(organizationTypes);
export type OrganizationType = z.infer<typeof organizationTypeSchema>;

/** Types of node that can be the home of a person. */
export const homeTypes: readonly OrganizationType[] = ['branch', 'joint-branch'];

/** A node of the tree as other domains keep it. `path` ends with a slash and begins with the parent's path. */
export const organizationNodeSchema = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  path: z.string(),
  type: organizationTypeSchema,
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  status: z.enum(['active', 'merged', 'dissolved']),
  sort: z.number().int(),
  establishedOn: z.iso.date().nullable(),
  termEndsOn: z.iso.date().nullable(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  version: z.number().int(),
});

export type OrganizationNode = z.infer<typeof organizationNodeSchema>;
