import { refusal, refusals } from '@banyan/service-kit/contract';

export const tags = ['dossiers'];

export const refused = refusals(401, 403);
export const refusedRecord = refusals(401, 403, 404);
export const unusable = refusals(400);
export const refusedEdit = {
  ...unusable,
  ...refusedRecord,
  409: refusal('What is stored does not allow it.'),
  412: refusal('Somebody else changed it; `current` is how it is now.'),
  ...refusals(428),
};
