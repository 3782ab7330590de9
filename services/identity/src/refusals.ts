import { problemSchema } from '@banyan/service-kit/problem';

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

/** The problem documents of a route, by status. */
export function refusals<Status extends keyof typeof descriptions>(...statuses: Status[]) {
  const content = { 'application/problem+json': { schema: problemSchema } };
  return Object.fromEntries(
    statuses.map((status) => [status, { content, description: descriptions[status] }]),
  ) as unknown as Record<Status, { content: typeof content; description: string }>;
}

/** A JSON answer. */
export function answer<Schema>(schema: Schema, description: string) {
  return { content: { 'application/json': { schema } }, description };
}

/** A JSON body that must be there. */
export function jsonBody<Schema>(schema: Schema) {
  return { content: { 'application/json': { schema } }, required: true as const };
}
