import type { Transaction } from '@banyan/service-kit/database';
import { noPreferences, type Preferences, type SavedView } from './saved-view.ts';

/** The columns of a SavedView, for SQL over `saved_views v`. */
export const viewColumns = `v.id, v.list, v.account_id as "accountId", v.organization_id as "organizationId", v.name,
  v.filters, v.sort, v.columns, v.version::int as version`;

/** Removed views stay so long, for whoever changes their mind. */
const keptDays = 30;

/** The second wall leaves the reader's own views and what is shared above, within and below the reader's scope. */
export function viewsOfList({ sql }: Transaction, list: string): Promise<SavedView[]> {
  return sql.unsafe<SavedView[]>(
    `select ${viewColumns} from saved_views v where v.list = $1 and v.removed_at is null order by v.created_at, v.id`,
    [list],
  );
}

export async function preferencesOf({ sql, scope }: Transaction, list: string): Promise<Preferences> {
  const [row] = await sql<Preferences[]>`
    select default_view_id as "defaultViewId", ordered from view_preferences
    where account_id = ${scope.actor.accountId} and list = ${list}`;
  return row ?? noPreferences;
}

/** `removed` looks among removed views; `for update` locks. */
export async function selectView(
  { sql }: Transaction,
  id: string,
  { removed = false, lock = false } = {},
): Promise<SavedView | undefined> {
  const [row] = await sql.unsafe<SavedView[]>(
    `select ${viewColumns} from saved_views v where v.id = $1::uuid
     and v.removed_at is ${removed ? `not null and v.removed_at > now() - interval '${keptDays} days'` : 'null'}
     ${lock ? 'for update of v' : ''}`,
    [id],
  );
  return row;
}

/** JSON as it goes into a statement. */
export function jsonText(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
