import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { type FormValues, Problem, problemOf } from '@banyan/ui-kit';
import { peopleOf } from './PeopleField.tsx';
import type { ApplyKind } from './transfer.ts';

type One = ArchivesSchemas['NewTransfer'];
type Group = ArchivesSchemas['NewTransferGroup'];
export type Application = { one: One } | { group: Group };

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : null;
const personFields = [
  'name',
  'stage',
  'idNumber',
  'sex',
  'bornOn',
  'ethnicity',
  'joinedOn',
  'fullOn',
  'phone',
];

/** What the service takes of the form: one transfer, or a group where more than one person was chosen. */
export function applicationOf(kind: ApplyKind, values: FormValues): Application {
  const people = peopleOf(values['people']);
  const terms = {
    reason: text(values['reason']) ?? '',
    duesPaidThrough: text(values['duesPaidThrough']),
    ...(kind !== 'in' && text(values['validDays']) ? { validDays: Number(values['validDays']) } : {}),
  };
  const toOrganizationId = String(values['toOrganizationId'] ?? '');
  const outside = { name: text(values['outsideName']) ?? '', address: text(values['outsideAddress']) };
  if (kind === 'in') {
    const person = Object.fromEntries(
      personFields.map((field) => [field, text(values[field])]).filter(([, value]) => value !== null),
    );
    const fromOutside = {
      ...outside,
      letterNumber: text(values['letterNumber']) ?? '',
      issuedOn: String(values['issuedOn']),
      expiresOn: String(values['expiresOn']),
    };
    return { one: { ...terms, toOrganizationId, fromOutside, person: person as One['person'] } as One };
  }
  if (kind === 'out') return { one: { ...terms, memberId: people[0], toOutside: outside } as One };
  const fromOrganizationId = String(values['fromOrganizationId'] ?? '');
  if (kind === 'branch') return { group: { ...terms, fromOrganizationId, toOrganizationId } as Group };
  if (people.length === 1) return { one: { ...terms, memberId: people[0], toOrganizationId } as One };
  return { group: { ...terms, memberIds: people, toOrganizationId } as Group };
}

const formFields: Readonly<Record<string, string>> = {
  memberId: 'people',
  memberIds: 'people',
  'toOutside.name': 'outsideName',
  'toOutside.address': 'outsideAddress',
  'fromOutside.name': 'outsideName',
  'fromOutside.address': 'outsideAddress',
};

/** A refusal names the fields of the contract; the form has them flat. */
export function onFormFields(error: unknown): Problem {
  const problem = problemOf(error);
  if (problem.errors.length === 0) return problem;
  return new Problem(problem.status, {
    code: problem.code,
    title: problem.message,
    ...(problem.requestId ? { requestId: problem.requestId } : {}),
    errors: problem.errors.map((entry) => {
      const [first = '', second] = entry.field.split('.');
      const flat = formFields[entry.field] ?? formFields[first] ?? second ?? first;
      return { ...entry, field: flat };
    }),
  });
}
