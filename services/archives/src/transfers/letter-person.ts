import type { Deps } from '../deps.ts';
import type { MemberValues } from '../members/member-fields.ts';
import { searchKeys } from '../members/name-keys.ts';
import type { RecordRow } from '../members/member-table.ts';
import type { Standing } from '../members/member.ts';
import type { LetterFacts, TransferInsert } from './transfer-table.ts';

type LetterColumns = Pick<TransferInsert, 'name' | 'pinyin' | 'initials' | 'person' | 'idNumber'>;

function factsOf(values: Pick<MemberValues, Exclude<keyof LetterFacts, 'stage'>>, stage: Standing['stage']) {
  const { sex, ethnicity, bornOn, joinedOn, fullOn } = values;
  return { sex, ethnicity, bornOn, stage, joinedOn, fullOn };
}

function named(name: string): Pick<TransferInsert, 'name' | 'pinyin' | 'initials'> {
  const { pinyin, initials } = searchKeys(name);
  return { name, pinyin, initials };
}

/** What a letter says of somebody, as the record has it now. */
export function letterOfRecord(row: RecordRow): LetterColumns {
  return { ...named(row.name), person: factsOf(row, row.stage), idNumber: row.idNumber };
}

/** The same of somebody of whom there is no record yet. */
export function letterOfValues(
  { sealer }: Deps,
  memberId: string,
  values: MemberValues,
  stage: Standing['stage'],
): LetterColumns & Pick<TransferInsert, 'idNumberHash'> {
  const { idNumber } = values;
  return {
    ...named(values.name),
    person: factsOf(values, stage),
    idNumber: idNumber === null ? null : sealer.seal(memberId, 'idNumber', idNumber),
    idNumberHash: idNumber === null ? null : sealer.hash('idNumber', idNumber),
  };
}
