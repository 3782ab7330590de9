import { FieldChange, ProblemNotice, Timeline, useText } from '@banyan/ui-kit';
import { organizationTexts, type OrganizationTextKey } from './organization-texts.ts';
import { useOrganizationHistory, useOrganizationItems } from './queries.ts';

/** Who changed the node, when, and what it was before. */
export function OrganizationHistory({ id }: { id: string }) {
  const t = useText(organizationTexts);
  const history = useOrganizationHistory(id);
  const items = useOrganizationItems({ ended: false, node: null }).data?.items ?? [];
  if (history.isError) return <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />;
  const label = (field: string) =>
    `field.${field}` in organizationTexts['zh-CN'] ? t(`field.${field}` as OrganizationTextKey) : field;
  const value = (raw: unknown): string | null => {
    if (raw === null || raw === undefined || raw === '') return null;
    if (typeof raw === 'object') return Object.values(raw).join(' ');
    return items.find((item) => item.id === raw)?.name ?? String(raw);
  };
  return (
    <Timeline
      items={(history.data?.items ?? []).map((change) => ({
        id: change.id,
        at: change.at,
        title: t(`action.${change.action}`, {
          fields: change.fields.map(({ field }) => label(field)).join(t('separator')),
        }),
        actor: change.actor?.name ?? t('system'),
        detail:
          change.action === 'created'
            ? null
            : change.fields.map(({ field, from, to }) => (
                <FieldChange key={field} label={label(field)} from={value(from)} to={value(to)} />
              )),
      }))}
    />
  );
}
