import { AppError, notFound } from '@banyan/service-kit/error';
import type { Transaction, WriteTransaction } from '@banyan/service-kit/database';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import { holds, narrowTo, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { checkRecordId } from '../members/record-id.ts';
import type { CustomField } from './custom-field.ts';
import { fieldColumns } from './field-table.ts';
import type { FieldView } from './field-views.ts';

const text = `select ${fieldColumns('f')} from custom_fields f where f.id = $1::uuid`;

/** The field that a request names, for whoever may change it, and the scope closed around its owner. */
export async function fieldToChange(
  { kit }: Deps,
  c: AppContext,
): Promise<{ readonly scope: Scope; readonly field: CustomField }> {
  const granted = await authorize(kit, c, 'archives.setting.update');
  const id = c.req.param('id') as string;
  checkRecordId(id);
  const [field] = await kit.database.readOne<CustomField>(granted, text, [id]);
  if (field === undefined || !holds(granted, kit.tree(), field.organizationId)) throw notFound();
  return { scope: narrowTo(granted, field.organizationId), field };
}

/** The field, locked until the end of the transaction. */
export async function lockField(tx: Transaction, id: string): Promise<CustomField> {
  const [field] = await tx.sql.unsafe<CustomField[]>(`${text} for update of f`, [id]);
  if (field === undefined) throw notFound();
  return field;
}

export async function selectField(tx: Transaction, id: string): Promise<CustomField> {
  const [field] = await tx.sql.unsafe<CustomField[]>(text, [id]);
  if (field === undefined) throw notFound();
  return field;
}

export function staleField(current: FieldView): AppError {
  return new AppError('stale', 'record.stale', 'Somebody else has changed this field meanwhile.', {
    detail: 'Look at what changed, and send your change again with the version of the current field.',
    extensions: { current, changed: [] },
  });
}

/** The audit row of a change of a field. */
export function auditField(tx: WriteTransaction, verb: string, field: CustomField, fields: string[]): void {
  tx.audit({
    action: `archives.field.${verb}`,
    entity: 'field',
    subjectId: field.id,
    organizationId: field.organizationId,
    fields,
    version: field.version,
  });
}
