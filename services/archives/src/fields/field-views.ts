import { z } from '@hono/zod-openapi';
import { stageSchema } from '@banyan/contracts/person';
import type { Authorizer } from '@banyan/service-kit/authorize';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type Actor, holds } from '@banyan/service-kit/scope';
import { type CustomField, fieldKinds } from './custom-field.ts';

export const fieldAbilities = ['update', 'archive', 'restore'] as const;

/** Of the fields of one organization, as a whole. */
export const listAbilities = ['create', 'order'] as const;
export type ListAbility = (typeof listAbilities)[number];

export const customKeySchema = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Small letters, digits and hyphens.')
  .openapi({ example: 'shift-pattern' });

export const customValueSchema = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .openapi({ description: 'Text, day or choice; number; yes or no; several choices.' });

/** Values by key, as answers have them. */
export const customValuesSchema = z
  .record(z.string(), customValueSchema)
  .openapi({ description: 'Values of custom fields that apply at the organization, by key.' });

/** Values by key, as requests send them: judged by the definitions, not by their form. */
export const customInputSchema = z
  .record(customKeySchema, customValueSchema.nullable())
  .openapi({ description: 'Custom fields to set, by key; null takes a value away.' });

export const fieldOptionSchema = z.object({
  value: z.string(),
  labelZh: z.string(),
  labelEn: z.string().nullable(),
  retired: z.boolean().openapi({ description: 'Still read, no longer chosen.' }),
});

export const customFieldSchema = z
  .object({
    id: z.uuid(),
    organizationId: z.uuid().openapi({ description: 'The owner: it and all below have the field.' }),
    organizationName: z.string(),
    key: customKeySchema,
    labelZh: z.string(),
    labelEn: z.string().nullable(),
    kind: z.enum(fieldKinds),
    help: z.string().nullable(),
    required: z.boolean(),
    stages: z.array(stageSchema).openapi({ description: 'Stages at which it is asked for; none means all.' }),
    unit: z.string().nullable(),
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
    options: z.array(fieldOptionSchema),
    sort: z.number().int(),
    archived: z.boolean(),
    version: z.number().int(),
    abilities: z.array(z.enum(fieldAbilities)),
  })
  .openapi('CustomField');
export type FieldView = z.infer<typeof customFieldSchema>;

/** A field as this reader may see and change it. */
export function fieldViewer(authorizer: Authorizer, tree: OrganizationTree, actor: Actor) {
  const update = authorizer.scopeFor(actor, 'archives.setting.update');
  return (field: CustomField): FieldView => ({
    id: field.id,
    organizationId: field.organizationId,
    organizationName: tree.get(field.organizationId)?.name ?? '',
    key: field.key,
    labelZh: field.labelZh,
    labelEn: field.labelEn,
    kind: field.kind,
    help: field.help,
    required: field.required,
    stages: [...field.stages],
    unit: field.unit,
    minimum: field.minimum,
    maximum: field.maximum,
    options: field.options.map((option) => ({ ...option })),
    sort: field.sort,
    archived: field.archived,
    version: field.version,
    abilities:
      update !== null && holds(update, tree, field.organizationId)
        ? ['update', field.archived ? 'restore' : 'archive']
        : [],
  });
}
