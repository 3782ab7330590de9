import type { FieldError } from '@banyan/service-kit/error';
import { readIdNumber } from './id-number.ts';
import { isLegalPair, stageDate, stageOrder, type Standing } from './member.ts';
import type { MemberField, MemberValues } from './member-fields.ts';

/** A rule that the record breaks, and every field that has a part in it. The error stands at the first of them. */
export interface Fault {
  readonly fields: readonly MemberField[];
  readonly code: string;
  readonly message: string;
}

/** The life of a record in the order in which its dates must come. */
const dateOrder = ['bornOn', 'appliedOn', 'activistOn', 'candidateOn', 'joinedOn', 'fullOn'] as const;
const pastDates = [...dateOrder, 'workStartedOn', 'lostContactOn', 'verifiedOn'] as const;

function orderFaults(values: MemberValues): Fault[] {
  const known = dateOrder.filter((field) => values[field] !== null);
  return known.flatMap((field, index): Fault[] => {
    const before = known[index - 1];
    if (before === undefined || (values[before] as string) <= (values[field] as string)) return [];
    return [{ fields: [field, before], code: 'date.order', message: `Out of order: ${before}, ${field}.` }];
  });
}

function futureFaults(values: MemberValues, today: string): Fault[] {
  return pastDates
    .filter((field) => (values[field] ?? '') > today)
    .map((field) => ({ fields: [field], code: 'date.future', message: 'Lies in the future.' }));
}

/** A date of a stage that the person has not reached would be a claim that nobody decided. */
function stageFaults(values: MemberValues, { stage }: Standing): Fault[] {
  return stageOrder
    .slice(stageOrder.indexOf(stage) + 1)
    .map((later) => stageDate[later])
    .filter((field) => values[field] !== null)
    .map((field) => ({ fields: [field], code: 'date.stage-not-reached', message: `Not at stage ${stage}.` }));
}

const idNumberMessages = {
  'id-number.form': 'Not eighteen or fifteen characters of an ID number.',
  'id-number.birth-date': 'Has no possible birth date.',
  'id-number.check-character': 'The last character does not agree with the others.',
};

function idNumberFaults(values: MemberValues, today: string): Fault[] {
  if (values.idNumber === null) return [];
  const facts = readIdNumber(values.idNumber, today);
  if (typeof facts === 'string')
    return [{ fields: ['idNumber'], code: facts, message: idNumberMessages[facts] }];
  const faults: Fault[] = [];
  if (values.sex !== null && values.sex !== facts.sex)
    faults.push({
      fields: ['sex', 'idNumber'],
      code: 'id-number.sex',
      message: 'Disagrees with the ID number.',
    });
  if (values.bornOn !== null && values.bornOn !== facts.bornOn)
    faults.push({
      fields: ['bornOn', 'idNumber'],
      code: 'id-number.born-on',
      message: 'Disagrees with the ID number.',
    });
  return faults;
}

function resumeFaults(values: MemberValues): Fault[] {
  return values.resume.some(({ from, to }) => to !== null && to < from)
    ? [{ fields: ['resume'], code: 'date.order', message: 'An entry ends before it begins.' }]
    : [];
}

/** Everything that is wrong with a record. `today` is the civil date in the group's time zone. */
export function faultsOf(values: MemberValues, standing: Standing, today: string): Fault[] {
  const faults = [
    ...idNumberFaults(values, today),
    ...orderFaults(values),
    ...futureFaults(values, today),
    ...stageFaults(values, standing),
    ...resumeFaults(values),
  ];
  if (!isLegalPair(standing)) throw new RangeError(`${standing.stage} cannot be ${standing.state}`);
  return faults;
}

/** Faults as field errors; with `touched`, only those that a change of these fields answers for. */
export function errorsOf(faults: readonly Fault[], touched: ReadonlySet<string> | null = null): FieldError[] {
  return faults
    .filter(({ fields }) => touched === null || fields.some((field) => touched.has(field)))
    .map(({ fields, code, message }) => ({
      field: (touched === null ? fields[0] : fields.find((field) => touched.has(field))) as string,
      code,
      message,
    }));
}

/** The number in its form of eighteen characters; sex and birth date from it where they are not given. */
export function completed(values: MemberValues, today: string): MemberValues {
  if (values.idNumber === null) return values;
  const facts = readIdNumber(values.idNumber, today);
  if (typeof facts === 'string') return values;
  return {
    ...values,
    idNumber: facts.idNumber,
    sex: values.sex ?? facts.sex,
    bornOn: values.bornOn ?? facts.bornOn,
  };
}
