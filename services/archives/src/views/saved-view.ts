/** Filters, order and columns of a list, as its address and column settings have them. */
export interface Face {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: string | null;
  readonly columns: { readonly order: readonly string[]; readonly hidden: readonly string[] } | null;
}

/** A face under a name: of one person, or shared with an organization and all below. */
export interface SavedView extends Face {
  readonly id: string;
  readonly list: string;
  readonly accountId: string;
  readonly organizationId: string | null;
  readonly name: string;
  readonly version: number;
}

export interface Preferences {
  readonly defaultViewId: string | null;
  readonly ordered: readonly string[];
}

export const noPreferences: Preferences = { defaultViewId: null, ordered: [] };

/** One list has room for so many of one person. */
export const mostViews = 100;

/** The person's own order; what has no place in it follows, own views first. */
export function inPersonalOrder<View extends Pick<SavedView, 'id' | 'organizationId'>>(
  views: readonly View[],
  { ordered }: Preferences,
): View[] {
  const place = ({ id, organizationId }: View): number => {
    const index = ordered.indexOf(id);
    return index >= 0 ? index : ordered.length + (organizationId === null ? 0 : 1);
  };
  return views.toSorted((a, b) => place(a) - place(b));
}
