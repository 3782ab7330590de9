import { z } from '@hono/zod-openapi';
import type { Kit } from '@banyan/service-kit/kit';
import { listQueryShape } from '@banyan/service-kit/list';
import type { Scope } from '@banyan/service-kit/scope';

export const placeQueryShape = {
  ...listQueryShape,
  organizationId: z.uuid().optional().openapi({ description: 'This node and all below it.' }),
};
export const registerQueryShape = {
  ...placeQueryShape,
  q: z.string().trim().max(60).optional().openapi({ description: 'Beginning of a name.' }),
};

interface Question {
  /** `select id, …` of everything that is found; `id` and the columns of `order` are needed. */
  readonly found: string;
  readonly order: (alias: string) => string;
  /** The columns of one row of `page p`. */
  readonly detail: string;
  readonly values: (string | number | null)[];
  readonly limit: number;
  readonly offset: number;
}

/** A page of a register and how many rows there are in all, in one statement. */
export async function readPage<Row extends { readonly id: string }>(
  kit: Kit,
  scope: Scope,
  { found, order, detail, values, limit, offset }: Question,
): Promise<{ rows: Row[]; total: number }> {
  const next = values.length;
  const text = `with found as materialized (${found}),
      page as materialized (
        select * from found f order by ${order('f')} limit $${next + 1}::int offset $${next + 2}::int
      )
    select total.total, d.* from (select count(*)::int as total from found) total
      left join (page p cross join lateral (${detail}) d) on true order by ${order('p')}`;
  const rows = await kit.database.readOne<Row & { total: number }>(
    scope,
    text,
    [...values, limit, offset],
    false,
  );
  return { rows: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 };
}
