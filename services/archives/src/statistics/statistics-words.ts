import { type Language, valueWord, wordOf } from '../exports/export-words.ts';
import { type DimensionName, unknown } from './dimension.ts';
import type { Statistics } from './routes.ts';

const dimensionWords = {
  organization: ['组织', 'Organization'],
  organizationType: ['支部类型', 'Type of branch'],
  stage: ['人员类别', 'Stage'],
  state: ['党籍状态', 'Membership'],
  sex: ['性别', 'Sex'],
  ethnicGroup: ['汉族与少数民族', 'Han and minorities'],
  ethnicity: ['民族', 'Ethnicity'],
  age: ['年龄', 'Age'],
  partyAge: ['党龄', 'Years in the party'],
  joinedYear: ['入党年份', 'Year of joining'],
  education: ['学历', 'Education'],
  degree: ['学位', 'Degree'],
  partyPost: ['党内职务', 'Party post'],
} as const satisfies Record<DimensionName, readonly [string, string]>;

/** Fields whose words a dimension borrows. */
const fields: Partial<Record<DimensionName, string>> = { ethnicGroup: 'ethnicity' };
const nothing: Partial<Record<DimensionName, readonly [string, string]>> = {
  joinedYear: ['未入党', 'Not joined'],
  partyAge: ['未转正', 'Not full members'],
  partyPost: ['无职务', 'No post'],
  degree: ['无学位', 'No degree'],
};

export function dimensionWord(name: DimensionName, language: Language): string {
  return wordOf(dimensionWords[name], language);
}

/** How a key of a table reads. */
export function keyWord(
  name: DimensionName,
  { key, label }: Statistics['rows']['keys'][number],
  language: Language,
): string {
  if (label !== null) return label;
  if (key === unknown) return wordOf(nothing[name] ?? ['未登记', 'Not on record'], language);
  if (name === 'age' || name === 'partyAge') return bandWord(name, key, language);
  return valueWord(fields[name] ?? name, key, language);
}

/** `0-30`, `36-40` and `71+` full years. */
function bandWord(name: 'age' | 'partyAge', key: string, language: Language): string {
  const chinese = language === 'zh-CN';
  const unit = chinese ? (name === 'age' ? ' 岁' : ' 年') : '';
  if (key.endsWith('+')) return chinese ? `${key.slice(0, -1)}${unit}及以上` : `${key.slice(0, -1)} and over`;
  const [least, most] = key.split('-');
  if (least === '0') return chinese ? `${most}${unit}及以下` : `${most} and under`;
  return `${least}–${most}${unit}`;
}
