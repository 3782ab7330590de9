import type { ArchivesSchemas } from '@banyan/api-client/archives';

export type ChangeRequest = ArchivesSchemas['ChangeRequest'];
export type ChangeRequestItem = ArchivesSchemas['ChangeRequestItem'];
export type ProposedField = ArchivesSchemas['ProposedField'];
export type FieldName = ProposedField['field'];
export type Decision = NonNullable<ProposedField['decision']>;
export type RequestState = ChangeRequest['state'];

export const requestStates: readonly RequestState[] = ['open', 'decided', 'withdrawn'];
export const boxes = ['to-decide', 'mine'] as const;

/** How a request reads as a whole: accepted or declined as one, or in parts. */
export type Outcome = 'open' | 'withdrawn' | 'accepted' | 'declined' | 'partly';

export function outcomeOf(request: {
  state: RequestState;
  fields: readonly { decision: Decision | null }[];
}): Outcome {
  if (request.state !== 'decided') return request.state;
  const accepted = request.fields.filter(({ decision }) => decision === 'accept').length;
  return accepted === 0 ? 'declined' : accepted === request.fields.length ? 'accepted' : 'partly';
}
