import type { MembershipState, Stage } from '@banyan/contracts/person';
import type { MemberValues } from '../members/member-fields.ts';
import { wordKey } from './normal-text.ts';

function table<Value extends string>(words: Readonly<Record<Value, string>>): ReadonlyMap<string, Value> {
  return new Map(
    Object.entries<string>(words).flatMap(([value, list]) =>
      [value, ...list.split(' ')].map((word): [string, Value] => [wordKey(word), value as Value]),
    ),
  );
}

export const sexWords = table<NonNullable<MemberValues['sex']>>({
  male: '男 男性 m 1',
  female: '女 女性 f 2',
});

export const stageWords = table<Stage>({
  full: '正式党员 正式 中共党员 党员 中国共产党党员 中共正式党员',
  probationary: '预备党员 预备 中共预备党员 中国共产党预备党员',
  candidate: '发展对象 重点发展对象 拟发展对象',
  activist: '入党积极分子 积极分子',
  applicant: '入党申请人 申请人 递交入党申请书人员',
});

export const stateWords = table<MembershipState>({
  active: '正常 在册 在党 有效 正常党员 在籍',
  suspended: '停止党籍 停籍',
  'out-of-contact': '失联 失去联系 失联党员 与党组织失去联系',
  'transferred-out': '转出 已转出 组织关系转出 调出',
  left: '出党 已出党 开除党籍 除名 退党 自行脱党 劝退 取消预备党员资格',
  deceased: '死亡 已死亡 去世 逝世 已故',
});

export const educationWords = table<NonNullable<MemberValues['education']>>({
  doctorate: '博士研究生 博士 博士毕业 研究生博士',
  master: '硕士研究生 研究生 硕士 在职研究生 研究生教育 硕士毕业',
  bachelor: '大学本科 本科 大学 大学毕业 全日制本科 在职本科 本科毕业 中央党校大学 党校本科',
  'junior-college': '大学专科 大专 专科 高职 高职高专 大专毕业 专科毕业',
  'secondary-vocational': '中等专科 中专 职业高中 职高 中职 中等职业教育 中专毕业',
  'technical-school': '技工学校 技校 技工',
  'high-school': '普通高中 高中 高中毕业',
  'middle-school': '初级中学 初中 初中毕业 初中及以下',
  'primary-school': '小学 小学毕业 小学及以下',
});

/** `工学学士` is a degree of its subject. */
const degreeKinds = { doctor: '博士', master: '硕士', bachelor: '学士' } as const;
export function degreeOf(text: string): NonNullable<MemberValues['degree']> | null {
  const key = wordKey(text);
  for (const [degree, word] of Object.entries(degreeKinds))
    if (key === degree || new RegExp(`${word}(学位)?$`).test(key)) return degree as keyof typeof degreeKinds;
  return null;
}

/** What says that there is nothing: a dash, a stroke, or the word. */
export function isNothing(text: string): boolean {
  return /^([-—–/\\]+|无|没有|暂无|none|n\/a|null)$/i.test(text);
}
