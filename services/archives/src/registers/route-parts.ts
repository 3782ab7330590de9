import { refusal, refusals } from '@banyan/service-kit/contract';

export const path = '/api/archives/registers';
export const tags = ['registers'];

export const refused = refusals(401, 403);
export const refusedRecord = refusals(401, 403, 404);
export const refusedChange = {
  ...refusals(400),
  ...refusedRecord,
  409: refusal('The entry does not allow it now.'),
};
