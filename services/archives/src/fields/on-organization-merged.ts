import type { OrganizationMerged } from '@banyan/contracts/identity/events';
import type { WriteTransaction } from '@banyan/service-kit/database';

/**
 * Fields and shared views of an organization that ended belong to the one that goes on, as its people do. The people who
 * were there before owe nothing that nobody asked them for: no such field is required.
 */
export async function mergeFieldsAndViews(
  tx: WriteTransaction,
  { organization, intoId }: OrganizationMerged,
): Promise<void> {
  const ended = organization.id;
  const fields = await tx.sql<{ id: string }[]>`
    update custom_fields f set organization_id = ${intoId}, required = false, version = version + 1, updated_at = now(),
      sort = sort + (select coalesce(max(other.sort) + 1, 0) from custom_fields other where other.organization_id = ${intoId})
    where f.organization_id = ${ended} returning id`;
  const views = await tx.sql<{ id: string }[]>`
    update saved_views set organization_id = ${intoId}, version = version + 1, updated_at = now()
    where organization_id = ${ended} returning id`;
  const audit = (entity: 'field' | 'view', subjectId: string): void =>
    tx.audit({
      action: `archives.${entity}.update`,
      entity,
      subjectId,
      organizationId: intoId,
      fields: ['organizationId'],
    });
  for (const { id } of fields) audit('field', id);
  for (const { id } of views) audit('view', id);
}
