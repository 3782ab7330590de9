import { z } from '@hono/zod-openapi';
import { AppError } from './error.ts';

/** Rows that a list may be paged to by number; beyond, a cursor or a narrower filter is needed. */
export const maxDepth = 10_000;

/** `?page=&pageSize=&node=` of every list. Extend it with the filters of the list. */
export const listQueryShape = {
  page: z.coerce.number().int().min(1).default(1).openapi({ description: 'From 1.' }),
  pageSize: z.coerce.number().int().min(1).max(100).default(20).openapi({ description: 'At most 100.' }),
  node: z.uuid().optional().openapi({ description: 'See as this node: narrows to it and all below.' }),
};

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export function pageOf({ page, pageSize }: { page: number; pageSize: number }): Page {
  if (page * pageSize > maxDepth) {
    throw new AppError('invalid', 'list.too-deep', 'Lists are paged to 10,000 rows at the most.', {
      detail: 'Narrow the filters, or go on with after=.',
      errors: [
        {
          field: 'page',
          code: 'too_big',
          message: `At most ${Math.floor(maxDepth / pageSize)} with this pageSize.`,
        },
      ],
    });
  }
  return { limit: pageSize, offset: (page - 1) * pageSize };
}

/** The answer of every list. `totalIsExact` is false where counting stopped at 10,000. */
export function listSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.number().int(), totalIsExact: z.boolean() });
}

export interface SortKey<Field extends string> {
  readonly field: Field;
  readonly descending: boolean;
}

/** Parses `-joinedOn,name`; throws `invalid` for a field that the list cannot be sorted by. */
export function parseSort<Field extends string>(
  sort: string | undefined,
  fields: readonly Field[],
): SortKey<Field>[] {
  if (sort === undefined || sort === '') return [];
  return sort.split(',').map((part) => {
    const descending = part.startsWith('-');
    const field = (descending ? part.slice(1) : part) as Field;
    if (!fields.includes(field)) {
      throw new AppError('invalid', 'list.sort-unknown', 'The list cannot be sorted by this field.', {
        errors: [
          {
            field: 'sort',
            code: 'invalid_value',
            message: `One of ${fields.join(', ')}; a leading - turns the order.`,
          },
        ],
      });
    }
    return { field, descending };
  });
}
