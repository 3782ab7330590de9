import type { Preferences, SavedView } from './saved-view.ts';
import type { ViewAnswer } from './routes.ts';
import { abilitiesOf, type ViewReach } from './view-policy.ts';

/** A view as this reader may see and change it. */
export function answerView(reach: ViewReach, view: SavedView, { defaultViewId }: Preferences): ViewAnswer {
  const { id, list, name, organizationId, filters, sort, columns, version } = view;
  return {
    id,
    list,
    name,
    organizationId,
    organizationName: organizationId === null ? null : (reach.tree.get(organizationId)?.name ?? ''),
    filters: { ...filters },
    sort,
    columns: columns === null ? null : { order: [...columns.order], hidden: [...columns.hidden] },
    isDefault: id === defaultViewId,
    version,
    abilities: abilitiesOf(reach, view),
  };
}
