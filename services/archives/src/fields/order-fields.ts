import { type AppContext, authorize, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { narrowTo } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { checkNamed } from '../members/named-organization.ts';
import { jsonResponse } from '../members/record-response.ts';
import type { CustomField } from './custom-field.ts';
import { fieldColumns } from './field-table.ts';
import { fieldViewer } from './field-views.ts';
import { orderFieldsSchema } from './routes.ts';

/** Puts the fields of one organization in an order; those that are not named follow as they stood. */
export async function orderFields(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const scope = await authorize(kit, c, 'archives.setting.update');
  const tree = kit.tree();
  const body = await jsonOf(c);
  checkNamed(scope, tree, body);
  const { organizationId, ids } = parseBody(orderFieldsSchema, body);
  const fields = await kit.database.write(narrowTo(scope, organizationId), async (tx) => {
    const before = await tx.sql.unsafe<CustomField[]>(
      `select ${fieldColumns('f')} from custom_fields f where f.organization_id = $1::uuid
       order by f.sort, f.key for update of f`,
      [organizationId],
    );
    const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    const after = before.toSorted((a, b) => place(a.id) - place(b.id));
    if (after.every((field, index) => field.id === before[index]?.id)) return before;
    for (const [sort, { id }] of after.entries())
      await tx.sql`update custom_fields set sort = ${sort} where id = ${id}`;
    tx.audit({
      action: 'archives.field.order',
      entity: 'organization',
      subjectId: organizationId,
      organizationId,
      fields: after.map(({ key }) => key),
    });
    return after.map((field, sort) => ({ ...field, sort }));
  });
  const items = fields.map(fieldViewer(kit.authorizer, tree, scope.actor));
  return jsonResponse({ items, total: items.length, totalIsExact: true });
}
