import { z } from '@hono/zod-openapi';
import { membershipStateSchema, stageSchema } from '@banyan/contracts/person';
import { dossierAbilities } from './dossier-policy.ts';
import { itemStates, marks } from './dossier.ts';

export const dossierFileSchema = z
  .object({
    id: z.uuid(),
    item: z.string(),
    name: z.string(),
    size: z.number().int().openapi({ description: 'Bytes.' }),
    sha256: z.string(),
    mediaType: z.string().openapi({ description: 'By content, whatever the name says.' }),
    preview: z.enum(['image', 'pdf']).nullable().openapi({ description: 'What may be shown in place.' }),
    scanState: z.enum(['not-scanned', 'clean']),
    createdAt: z.string(),
    createdByName: z.string().nullable(),
    removedAt: z.string().nullable(),
    restorableUntil: z.string().nullable(),
  })
  .openapi('DossierFile');
export type DossierFileView = z.infer<typeof dossierFileSchema>;

export const dossierItemSchema = z
  .object({
    item: z.string().openapi({ description: 'A word of the national list, or the id of a local extra.' }),
    list: z.enum(['national', 'local']),
    name: z.string(),
    hint: z.string().nullable(),
    papers: z.array(z.string()),
    due: z.boolean().openapi({ description: 'Asked for at the stage the person has reached.' }),
    dueFrom: stageSchema.nullable(),
    least: z.number().int().openapi({ description: 'So many files make it complete.' }),
    rule: z
      .object({
        id: z.string(),
        ruleSet: z.string(),
        article: z.string(),
        effectiveFrom: z.string(),
        source: z.string(),
      })
      .nullable(),
    askedBy: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .openapi({ description: 'The node whose extra it is.' }),
    inForce: z.boolean().openapi({ description: 'False of an extra that no longer holds here.' }),
    state: z.enum(itemStates),
    mark: z.enum(marks).nullable(),
    note: z.string().nullable(),
    files: z.array(dossierFileSchema),
    version: z.number().int().openapi({ description: 'For If-Match; 0 while nobody has touched it.' }),
    changedAt: z.string().nullable(),
    changedByName: z.string().nullable(),
  })
  .openapi('DossierItem');
export type DossierItemView = z.infer<typeof dossierItemSchema>;

export const dossierSchema = z
  .object({
    memberId: z.uuid(),
    memberName: z.string(),
    organizationId: z.uuid(),
    organizationName: z.string(),
    stage: stageSchema,
    state: membershipStateSchema,
    progress: z.object({ met: z.number().int(), due: z.number().int() }),
    items: z.array(dossierItemSchema),
    removed: z.array(dossierFileSchema).openapi({ description: 'Files that can still be brought back.' }),
    uploads: z
      .array(
        z.object({
          id: z.uuid(),
          item: z.string(),
          name: z.string(),
          fingerprint: z.string().nullable(),
          size: z.number().int(),
          received: z.number().int(),
          startedAt: z.string(),
        }),
      )
      .openapi({ description: "The reader's own, under way or broken off." }),
    limits: z.object({
      fileBytes: z.number().int(),
      chunkBytes: z.number().int(),
      endings: z.array(z.string()),
    }),
    abilities: z.array(z.enum(dossierAbilities)),
  })
  .openapi('Dossier');
export type DossierView = z.infer<typeof dossierSchema>;

export const dossierGapSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    organizationId: z.uuid(),
    organizationName: z.string(),
    stage: stageSchema,
    met: z.number().int(),
    due: z.number().int(),
    missing: z.array(z.object({ item: z.string(), name: z.string() })),
  })
  .openapi('DossierGap');

export const branchDossiersSchema = z
  .object({
    organizationId: z.uuid(),
    organizationName: z.string(),
    people: z.number().int(),
    complete: z.number().int().openapi({ description: 'People whose every due item is settled.' }),
    gaps: z.number().int().openapi({ description: 'Due items that are not settled, of all people.' }),
    missing: z.array(z.object({ item: z.string(), name: z.string(), people: z.number().int() })),
  })
  .openapi('BranchDossiers');

export const dossierExtraSchema = z
  .object({
    id: z.uuid(),
    organizationId: z.uuid(),
    organizationName: z.string(),
    name: z.string(),
    hint: z.string().nullable(),
    stage: stageSchema,
    least: z.number().int(),
    version: z.number().int(),
    abilities: z.array(z.enum(['update', 'remove'])),
  })
  .openapi('DossierExtra');
export type DossierExtraView = z.infer<typeof dossierExtraSchema>;

export const fileLinkSchema = z
  .object({ url: z.string(), expiresAt: z.string() })
  .openapi('FileLink', { description: 'Opens without a header; still only while access stands.' });
