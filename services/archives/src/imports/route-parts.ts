import { refusal, refusals } from '@banyan/service-kit/contract';

export const path = '/api/archives/imports';
export const tags = ['imports'];

export const refused = refusals(401, 403);
export const refusedImport = refusals(401, 403, 404);
export const refusedValues = refusals(400);
export const refusedNow = { 409: refusal('The import does not allow it now; `code` says why.') };
export const refusedVersion = {
  412: refusal('Changed meanwhile; read it again.'),
  ...refusals(428),
};
