import type { Stage } from '@banyan/contracts/person';
import { capitalNumber, capitalYear } from './capital-numerals.ts';

/** What a letter is filled in with. Names are as they are to stand on paper. */
export interface LetterValues {
  readonly number: string;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly age: number | null;
  readonly ethnicity: string | null;
  readonly stage: Stage;
  /** Masked, unless the reader is entitled to more; null where none is known. */
  readonly idNumber: string | null;
  /** Where the person goes from and to, and the committees above, between which the receipt goes. */
  readonly from: string;
  readonly to: string;
  readonly sender: string;
  readonly receiver: string;
  readonly duesPaidThrough: string | null;
  readonly validDays: number;
  readonly issuedOn: string;
  readonly receivedOn: string | null;
}

/** Text as printed, or a value on the line that is left for it. */
export type Run = string | { readonly fill: string; readonly width: number };

/** One of the three parts, from top to bottom. */
export interface LetterPart {
  readonly title: string;
  readonly number: string;
  readonly addressee: string | null;
  readonly body: readonly Run[];
  readonly validity: readonly Run[] | null;
  readonly date: readonly Run[];
  readonly below: readonly (readonly Run[])[];
  readonly sheet: string;
  readonly note: string | null;
}

const standing: Readonly<Record<Stage, string>> = {
  full: '中共正式党员',
  probationary: '中共预备党员',
  candidate: '发展对象',
  activist: '入党积极分子',
  applicant: '入党申请人',
};

const fill = (value: string | number | null, width = 4): Run => ({
  fill: value === null ? '' : String(value),
  width,
});

function dated(day: string | null): Run[] {
  const [year = null, month = null, date = null] = day?.split('-').map(Number) ?? [];
  return [fill(year, 3), '年', fill(month, 2), '月', fill(date, 2), '日'];
}

function duesRuns(month: string | null): Run[] {
  const [year, number] = month?.split('-') ?? [];
  const written = year === undefined ? null : capitalYear(year);
  return [
    '该同志党费已交到',
    fill(written),
    '年',
    fill(number ? capitalNumber(Number(number)) : null, 3),
    '月。',
  ];
}

/** The stub that stays, the letter that goes along and the receipt that comes back: 组通字〔2006〕45号. */
export function letterParts(values: LetterValues): readonly [LetterPart, LetterPart, LetterPart] {
  const { name, sex, age, ethnicity, stage, idNumber, from, to } = values;
  const number = `第 ${values.number} 号`;
  const sexText = sex === null ? '男/女' : sex === 'male' ? '男' : '女';
  const people = ethnicity === null ? [fill(null, 3), '族'] : [fill(ethnicity.replace(/族$/, ''), 3), '族'];
  const common = { number, addressee: null, validity: null, below: [], note: null };
  return [
    {
      ...common,
      title: '中国共产党党员组织关系介绍信存根',
      body: [fill(name), `同志系${standing[stage]}，组织关系由`, fill(from, 8), '转到', fill(to, 8), '。'],
      validity: ['（有效期', fill(capitalNumber(values.validDays), 3), '天）'],
      date: dated(values.issuedOn),
      sheet: '第一联',
      note: '贴回执联处',
    },
    {
      ...common,
      title: '中国共产党党员组织关系介绍信',
      addressee: values.receiver,
      body: [
        fill(name),
        `同志（${sexText}），`,
        fill(age, 2),
        '岁，',
        ...people,
        `，系${standing[stage]}，身份证号码`,
        fill(idNumber, 9),
        '，由',
        fill(from, 8),
        '去',
        fill(to, 8),
        '，请转接组织关系。',
        ...duesRuns(values.duesPaidThrough),
      ],
      validity: ['（有效期', fill(capitalNumber(values.validDays), 3), '天）'],
      date: dated(values.issuedOn),
      below: [
        ['党员联系电话或其他联系方式：', fill(null, 16)],
        ['党员原所在基层党委通讯地址：', fill(null, 16)],
        ['联系电话：', fill(null, 8), '　传真：', fill(null, 6), '　邮编：', fill(null, 5)],
      ],
      sheet: '第二联',
    },
    {
      ...common,
      title: '中国共产党党员组织关系介绍信回执联',
      addressee: values.sender,
      body: [fill(name), '同志的党员组织关系已转达我处，特此回复。'],
      date: dated(values.receivedOn),
      below: [['经办人：', fill(null, 8), '　联系电话：', fill(null, 9)]],
      sheet: '第三联',
      note: '注：回执联由接收党员组织关系的基层党委在接收党员后一个月内邮寄或传真至党员原所在基层党委。',
    },
  ];
}

/** Full years on a day. */
export function ageOn(bornOn: string | null, day: string): number | null {
  if (bornOn === null) return null;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
