import { notFound } from '@banyan/service-kit/error';
import type { Transaction } from '@banyan/service-kit/database';
import { type Scope, topNodes } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import type { CustomField } from './custom-field.ts';
import { inheritedFields, inOrder } from './effective-fields.ts';
import { fieldColumns } from './field-table.ts';

const ownText = `select ${fieldColumns('f')} from custom_fields f`;

/** The fields of anybody in a scope, archived ones too, in order: what its tops inherit, and what is owned within it. */
export async function fieldsInSight(deps: Deps, scope: Scope): Promise<CustomField[]> {
  const heirs = await topsOf(deps, scope);
  return deps.kit.database.read(scope, (tx) => fieldsAt(deps, tx, heirs, true));
}

/** The fields that people at these organizations have; with `below`, also what the scope's other organizations own. */
export async function fieldsAt(
  { kit }: Deps,
  tx: Transaction,
  heirs: readonly string[],
  below: boolean,
): Promise<CustomField[]> {
  const inherited: readonly CustomField[] = await inheritedFields(tx, heirs);
  const own = below ? await tx.sql.unsafe<CustomField[]>(ownText) : [];
  return inOrder([...new Map([...inherited, ...own].map((field) => [field.id, field])).values()], kit.tree());
}

/** The organization of a record in sight. */
export async function homeOf(deps: Deps, scope: Scope, memberId: string): Promise<string> {
  const { organizationId } = await scopeOfMember(deps, scope, memberId);
  if (organizationId === null) throw notFound();
  return organizationId;
}

/** The topmost organizations of a scope: whatever applies below is theirs, inherited, or owned within it. */
export async function topsOf(deps: Deps, scope: Scope): Promise<string[]> {
  const tops = topNodes(scope, deps.kit.tree()).map(({ id }) => id);
  const own = scope.whole || scope.personId === null ? [] : [await homeOf(deps, scope, scope.personId)];
  return [...tops, ...own];
}
