import { AppError, type FieldError, invalid } from '@banyan/service-kit/error';
import type { Transaction } from '@banyan/service-kit/database';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { homeTypes } from '@banyan/contracts/organization';
import type { Standing } from './member.ts';
import { errorsOf, faultsOf } from './member-checks.ts';
import type { MemberValues } from './member-fields.ts';

export function refused(errors: readonly FieldError[]): AppError {
  return invalid('archives.member-invalid', 'The record has values that do not agree.', errors);
}

/** Throws `invalid` with every rule that the values break, and `others`; with `touched`, of those fields only. */
export function checkValues(
  values: MemberValues,
  standing: Standing,
  today: string,
  tree: OrganizationTree,
  organizationId: string,
  touched: ReadonlySet<string> | null = null,
  others: readonly FieldError[] = [],
): void {
  const errors = [...errorsOf(faultsOf(values, standing, today), touched), ...others];
  if ((touched === null || touched.has('sectionId')) && values.sectionId !== null) {
    const section = tree.get(values.sectionId);
    if (section?.type !== 'section' || section.parentId !== organizationId)
      errors.push({ field: 'sectionId', code: 'section.unknown', message: 'No section of this branch.' });
  }
  if (errors.length > 0) throw refused(errors);
}

/** People are at home in branches that are alive. */
export function checkHome(tree: OrganizationTree, organizationId: string): void {
  const node = tree.get(organizationId);
  if (node === undefined || !(homeTypes as readonly string[]).includes(node.type))
    throw refused([{ field: 'organizationId', code: 'organization.not-a-home', message: 'Not a branch.' }]);
  if (node.status !== 'active') throw branchEnded();
}

function branchEnded(): AppError {
  return refused([
    { field: 'organizationId', code: 'organization.ended', message: 'This branch has ended.' },
  ]);
}

/**
 * Keeps the branch as it is until the commit: it cannot end, and hand its people over, between the check and the change.
 */
export async function holdHome({ sql }: Transaction, organizationId: string): Promise<void> {
  const [node] = await sql<{ status: string }[]>`
    select status from organizations where id = ${organizationId} for share`;
  if (node?.status !== 'active') throw branchEnded();
}
