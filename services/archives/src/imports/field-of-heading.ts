import type { RosterField } from './import-fields.ts';
import { wordKey } from './normal-text.ts';
import { synonyms } from './synonyms.ts';

const known = new Map(
  Object.entries(synonyms).flatMap(([field, words]) =>
    words.map((word) => [wordKey(word), field as RosterField]),
  ),
);

/** The field that a heading names by one of its known words. */
export function fieldOfWord(heading: string): RosterField | null {
  return known.get(wordKey(heading)) ?? null;
}

/** Longer words first, so that `入党介绍人` is not taken for a date of joining. */
const byLength = [...known].filter(([word]) => word.length >= 2).toSorted(([a], [b]) => b.length - a.length);
/** Words that make a heading speak of somebody or something else. */
const foreign = /编号|代码|序号|书记|配偶|父|母|子女|党费|页|人数|年龄|工龄|党龄|紧急|原|是否/;

/** A heading, or the group above it, that speaks of relatives. */
export function isOfOthers(heading: string): boolean {
  return /配偶|父|母|子女|紧急|家庭成员/.test(heading);
}

/** The field whose word a heading contains, such as `入党时间年月日` or `现任工作岗位`. */
export function fieldAlike(heading: string): RosterField | null {
  const key = wordKey(heading);
  if (key.length > 16 || foreign.test(key)) return null;
  return byLength.find(([word]) => /\p{Script=Han}/u.test(word) && key.includes(word))?.[1] ?? null;
}
