import { AppError, invalid } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { narrowTo } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { checkNamed } from '../members/named-organization.ts';
import { jsonResponse } from '../members/record-response.ts';
import type { CustomField } from './custom-field.ts';
import { checkDefinition, mostFields } from './field-rules.ts';
import { columnsOfField } from './field-table.ts';
import { fieldViewer } from './field-views.ts';
import { auditField, selectField } from './load-field.ts';
import { createFieldSchema } from './routes.ts';
import { writeColumns } from './write-field.ts';

type Definition = Omit<CustomField, 'id' | 'organizationId' | 'key' | 'sort' | 'archived' | 'version'>;

const blank = {
  labelEn: null,
  help: null,
  required: false,
  stages: [],
  unit: null,
  minimum: null,
  maximum: null,
  options: [],
};

/** Gives the people of an organization and of all below it a further field. */
export async function createField(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const scope = await authorize(kit, c, 'archives.setting.update');
  const tree = kit.tree();
  const body = await jsonOf(c);
  checkNamed(scope, tree, body);
  const { organizationId, key, kind, ...given } = parseBody(createFieldSchema, body);
  if (tree.get(organizationId)?.status !== 'active') throw ended();
  const field = { ...blank, ...given, kind } as Definition;
  checkDefinition(field);
  const id = uuidv7();
  const view = fieldViewer(kit.authorizer, tree, scope.actor);
  const created = kit.database.write(
    narrowTo(scope, organizationId),
    async (tx) => {
      const [last] = await tx.sql<{ sort: number | null; count: number }[]>`
        select max(sort) as sort, count(*)::int as count from custom_fields where organization_id = ${organizationId}`;
      if ((last?.count ?? 0) >= mostFields) throw tooMany();
      const sort = (last?.sort ?? -1) + 1;
      await tx.sql`insert into custom_fields (id, organization_id, key, kind, label_zh, sort)
        values (${id}, ${organizationId}, ${key}, ${kind}, ${field.labelZh}, ${sort})`;
      await writeColumns(tx, id, columnsOfField(field));
      const made = await selectField(tx, id);
      auditField(tx, 'create', made, Object.keys({ key, kind, ...given }));
      return view(made);
    },
    { idempotency: idempotencyOf(c, body) },
  );
  const made = await refusingTwins(created);
  return new Response(JSON.stringify(made), {
    status: 201,
    headers: { ...Object.fromEntries(jsonResponse(null).headers), etag: `"${made.version}"` },
  });
}

function ended(): AppError {
  return invalid('archives.field-invalid', 'The field cannot be like this.', [
    { field: 'organizationId', code: 'organization.ended', message: 'This organization has ended.' },
  ]);
}

function tooMany(): AppError {
  return new AppError(
    'conflict',
    'archives.too-many-fields',
    'This organization has as many fields as fit a form.',
    {
      detail: 'Use an archived field again, or put the field at another level.',
    },
  );
}

/** One key in the enterprise, whoever has it: the refusal tells nothing of the other field. */
async function refusingTwins<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    const { code, constraint_name: constraint } = (error ?? {}) as Record<string, unknown>;
    if (code !== '23505' || constraint !== 'custom_fields_key') throw error;
    throw new AppError('conflict', 'archives.field-key-taken', 'This key is taken.', {
      detail: 'Choose another key; a key names one field in the whole enterprise.',
      errors: [{ field: 'key', code: 'field.key-taken', message: 'Is taken.' }],
    });
  }
}
