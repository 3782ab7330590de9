import { type CustomName, customName } from '../fields/change-custom.ts';
import type { CustomField } from '../fields/custom-field.ts';
import { wordKey } from './normal-text.ts';

/** The custom fields that people of an import may have. */
export interface CustomColumns {
  readonly fields: ReadonlyMap<CustomName, CustomField>;
  /** Those that people at an organization have. */
  at(organizationId: string): readonly CustomField[];
  /** The field that a heading names by its label or key. */
  named(heading: string): CustomName | null;
}

export const noCustomColumns: CustomColumns = { fields: new Map(), at: () => [], named: () => null };

export function customColumnsOf(
  fields: readonly CustomField[],
  forAll: readonly CustomField[],
  applies: (field: CustomField, organizationId: string) => boolean,
): CustomColumns {
  const known = new Map<string, readonly CustomField[]>();
  const words = wordsOf(fields, forAll);
  return {
    fields: new Map(fields.map((field) => [customName(field.key), field])),
    at: (organizationId) => {
      const kept = known.get(organizationId) ?? fields.filter((field) => applies(field, organizationId));
      known.set(organizationId, kept);
      return kept;
    },
    named: (heading) => words.get(wordKey(heading)) ?? null,
  };
}

/** A word of several fields means that of everybody; one that only lower units share means none of them. */
function wordsOf(
  fields: readonly CustomField[],
  forAll: readonly CustomField[],
): ReadonlyMap<string, CustomName> {
  const words = new Map<string, CustomName | null>();
  for (const field of [...forAll, ...fields.filter((one) => !forAll.includes(one))]) {
    const name = customName(field.key);
    for (const word of new Set(
      [field.labelZh, field.labelEn ?? '', field.key, field.labelZh + field.key].map(wordKey),
    )) {
      const first = words.get(word);
      const isShared =
        first !== undefined && first !== name && !forAll.some(({ key }) => customName(key) === first);
      if (first === undefined || isShared) words.set(word, isShared ? null : name);
    }
  }
  words.delete('');
  return new Map([...words].flatMap(([word, name]) => (name === null ? [] : [[word, name] as const])));
}
