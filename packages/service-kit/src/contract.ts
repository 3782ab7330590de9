import { z } from '@hono/zod-openapi';
import { listSchema } from './list.ts';
import { problemSchema } from './problem.ts';

const descriptions = {
  400: 'The request has values that cannot be used; `errors` names the fields.',
  401: 'There is no session, or it has ended.',
  403: 'No permission of this kind is held anywhere.',
  404: 'There is no such record in the reach of this account.',
  409: 'A rule refuses it; `code` says which.',
  412: 'The record has changed since; `current` holds it.',
  428: 'If-Match is missing.',
  503: 'Too busy, or the data cannot be reached.',
} as const;

/** A problem document, with further members where `schema` has them. */
export function refusal(description: string, schema: z.ZodType = problemSchema) {
  return { description, content: { 'application/problem+json': { schema } } };
}

/** The problem documents of a route, by status. */
export function refusals<Status extends keyof typeof descriptions>(...statuses: Status[]) {
  return Object.fromEntries(
    statuses.map((status) => [status, refusal(descriptions[status])]),
  ) as unknown as Record<Status, ReturnType<typeof refusal>>;
}

/** A JSON answer. */
export function answer<Schema>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A list of items as a JSON answer; `name` is that of the list in the document. */
export function listAnswer<Item extends z.ZodType>(item: Item, name: string, description: string) {
  return answer(listSchema(item).openapi(name), description);
}

/** An answer that is a file of this media type, or of one of these. */
export function fileAnswer(mediaTypes: string | readonly string[], description: string) {
  const schema = z.string().openapi({ format: 'binary' });
  return { description, content: Object.fromEntries([mediaTypes].flat().map((type) => [type, { schema }])) };
}

/** A JSON body, which must be there. */
export function jsonBody<Schema>(schema: Schema) {
  return { required: true as const, content: { 'application/json': { schema } } };
}

/** `{id}` in a path. */
export const idParams = z.object({ id: z.uuid() });

export const versionHeader = z.object({
  'if-match': z.string().openapi({ description: 'The version that was read.', example: '"3"' }),
});

export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'A repeated request changes nothing.' }),
});
