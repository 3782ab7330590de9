import { homeTypes } from '@banyan/contracts/organization';
import { AppError, type FieldError, invalid } from '@banyan/service-kit/error';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';

export function refusedEntry(errors: readonly FieldError[]): AppError {
  return invalid('archives.register-invalid', 'The entry has values that do not agree.', errors);
}

interface Dates {
  readonly since: string;
  readonly expectedReturnOn: string | null;
}

/** Somebody left on a day that has come, and comes back after it. */
export function dateErrors({ since, expectedReturnOn }: Dates, today: string): FieldError[] {
  const errors: FieldError[] = [];
  if (since > today) errors.push({ field: 'since', code: 'date.future', message: 'Lies in the future.' });
  if (expectedReturnOn !== null && expectedReturnOn < since)
    errors.push({ field: 'expectedReturnOn', code: 'date.order', message: 'Before the person left.' });
  return errors;
}

/** The branch of now is alive, and not the home itself. */
export function hostErrors(tree: OrganizationTree, host: string | null, home: string | null): FieldError[] {
  if (host === null) return [];
  const node = tree.get(host);
  const error = (code: string, message: string): FieldError[] => [{ field: 'organizationId', code, message }];
  if (node === undefined || !(homeTypes as readonly string[]).includes(node.type))
    return error('organization.not-a-home', 'Not a branch.');
  if (node.status !== 'active') return error('organization.ended', 'This branch has ended.');
  return host === home ? error('floating.at-home', 'The person is at home here.') : [];
}

/** A day of something that happened: not before the entry began, not after today. */
export function dayErrors(on: string, since: string | null, today: string): FieldError[] {
  if (on > today) return [{ field: 'on', code: 'date.future', message: 'Lies in the future.' }];
  if (since !== null && on < since) return [{ field: 'on', code: 'date.order', message: 'Before it began.' }];
  return [];
}
