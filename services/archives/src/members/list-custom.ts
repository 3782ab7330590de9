import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import type { CustomValues } from '../fields/custom-field.ts';
import { customShown } from './member-table.ts';

const text = `select m.id, ${customShown('m')} as custom from members m where m.id = any($1::text::uuid[])`;

/**
 * The custom fields asked for, of the people of a page: a question of its own, so that the statements of pages are the
 * same for everybody. Null where none is asked for.
 */
export async function customOfPage(
  kit: Kit,
  scope: Scope,
  keys: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, CustomValues> | null> {
  if (keys.length === 0) return null;
  if (ids.length === 0) return new Map();
  const rows = await kit.database.readOne<{ id: string; custom: CustomValues }>(scope, text, [
    `{${ids.join(',')}}`,
  ]);
  return new Map(rows.map(({ id, custom }) => [id, pick(custom, keys)]));
}

function pick(custom: CustomValues, keys: readonly string[]): CustomValues {
  return Object.fromEntries(Object.entries(custom).filter(([key]) => keys.includes(key)));
}
