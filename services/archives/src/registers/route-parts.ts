import { z } from '@hono/zod-openapi';
import { problemSchema } from '@banyan/service-kit/problem';

export const path = '/api/archives/registers';
export const tags = ['registers'];

export function refusal(description: string, schema: z.ZodType = problemSchema) {
  return { description, content: { 'application/problem+json': { schema } } };
}
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

export const refused = {
  401: refusal('There is no session.'),
  403: refusal('The permission is held nowhere.'),
};
export const refusedRecord = { ...refused, 404: refusal('Unknown, or out of scope.') };
export const refusedChange = {
  400: refusal('Values that cannot be used; `errors` names them.'),
  ...refusedRecord,
  409: refusal('The entry does not allow it now.'),
};

export const entryId = z.object({ id: z.uuid() });
export const version = z.object({
  'if-match': z.string().openapi({ description: 'The version that was read.', example: '"3"' }),
});
export const idempotent = z.object({
  'idempotency-key': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'A repeated request changes nothing.' }),
});
