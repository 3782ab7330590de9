import type { AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { jsonResponse } from '../members/record-response.ts';
import { fieldToChange } from './load-field.ts';

/** How many records carry a value: what whoever archives a field wants to know first. */
export async function showFieldUsage(deps: Deps, c: AppContext): Promise<Response> {
  const { scope, field } = await fieldToChange(deps, c);
  const [row] = await deps.kit.database.readOne<{ records: number }>(
    scope,
    'select count_custom_values($1)::int as records',
    [field.key],
  );
  return jsonResponse({ records: row?.records ?? 0 });
}
