import { addYears, ageOn, type Day, isoOf, yearOf } from './civil-date.ts';
import type { Outflow } from './member.ts';
import { type Draw, weighted } from './random.ts';
import type { BranchProfile } from './organization.ts';
import { branchNames, type UnitKind } from './words/units.ts';

export interface PersonFacts {
  readonly nativePlace: string | null;
  readonly education: Education | null;
  readonly degree: Degree | null;
  readonly school: string | null;
  readonly major: string | null;
  readonly workStartedOn: Day | null;
  readonly post: string | null;
  readonly address: string | null;
  readonly outflow: Outflow | null;
}

const nativePlaces =
  '山东菏泽 山东德州 山东聊城 河南周口 河南商丘 河南南阳 河南驻马店 甘肃天水 甘肃武威 甘肃张掖 四川南充 四川达州 四川遂宁 陕西宝鸡 陕西渭南 ' +
  '河北沧州 河北保定 江苏徐州 江苏盐城 安徽阜阳 安徽亳州 湖北荆州 湖北襄阳 湖南常德 重庆万州 辽宁锦州 黑龙江绥化 吉林松原 山西运城 新疆伊犁 新疆塔城 新疆昌吉 新疆喀什 新疆阿勒泰';
const places = nativePlaces.split(' ');
const estates = '井滨小区 钻井家园 先锋小区 胡杨苑 石油新村 创业小区 星光家园 绿洲小区 银河苑 友谊小区'.split(
  ' ',
);
const words = new Map<string, string[]>();

const educationBefore1965 = weighted([
  ['middle-school', 24],
  ['high-school', 30],
  ['secondary-vocational', 22],
  ['junior-college', 17],
  ['bachelor', 7],
] as const);
const educationUntil1984 = weighted([
  ['high-school', 10],
  ['secondary-vocational', 18],
  ['junior-college', 30],
  ['bachelor', 37],
  ['master', 5],
] as const);
const educationSince1985 = weighted([
  ['secondary-vocational', 4],
  ['junior-college', 22],
  ['bachelor', 58],
  ['master', 14.5],
  ['doctorate', 1.5],
] as const);
const higher = new Set(['junior-college', 'bachelor', 'master', 'doctorate']);
const degrees: Record<string, Degree> = { bachelor: 'bachelor', master: 'master', doctorate: 'doctor' };
const startAges: Record<string, number> = {
  'middle-school': 17,
  'high-school': 19,
  'secondary-vocational': 19,
  'junior-college': 21,
  bachelor: 22,
  master: 25,
  doctorate: 28,
};
const healthMajors = /医|药学|护理/;
const medicalMajors = [
  [/医师/, '临床医学'],
  [/护[师士]/, '护理学'],
  [/药师/, '药学'],
  [/检验师/, '医学检验'],
  [/影像/, '医学影像学'],
] as const;
const humanities = /管理|会计|法学|文学|教育|营销|造价/;
/** Posts that nobody holds without a higher education, and posts that come with years. */
const learnedPosts = /工程师|医师|讲师|研究|项目长|培训师|药师|检验师/;
const seniorPosts = /^副|高级|项目长|车间主任|平台经理|项目经理|站长|科长/;

/** What a record says besides dates and stages. A fact is missing where somebody never collected it. */
export function drawFacts(
  draw: Draw,
  born: Day,
  kind: UnitKind,
  profile: BranchProfile,
  today: Day,
): PersonFacts {
  const known = educationOf(draw, born, kind, ageOn(born, today));
  const education = draw.chance(0.007) ? null : known;
  const names = branchNames[kind];
  const posts = profile === 'office' ? branchNames.office.posts : names.posts;
  const post = profile === 'retired' ? '退休职工' : postOf(draw, posts, known, ageOn(born, today));
  const major =
    higher.has(known) || known === 'secondary-vocational' ? majorOf(draw, names.majors, post) : null;
  const started = Math.min(addYears(born, startAges[known] ?? 20) + draw.int(-40, 320), today - 30);
  return {
    nativePlace: draw.chance(0.02) ? null : draw.pick(places),
    education,
    degree: education === null ? null : (degrees[education] ?? null),
    school: major === null || draw.chance(0.06) ? null : schoolOf(draw, known, major),
    major: draw.chance(0.05) ? null : major,
    workStartedOn: Math.max(started, addYears(born, 16)),
    post,
    address: draw.chance(0.03) ? null : addressOf(draw),
    outflow: profile === 'retired' && draw.chance(0.02) ? outflowOf(draw, today) : null,
  };
}

export type Degree = 'bachelor' | 'master' | 'doctor';
export type Education =
  | (typeof educationBefore1965)['values'][number]
  | (typeof educationUntil1984)['values'][number]
  | (typeof educationSince1985)['values'][number];

/** Nobody has finished a school before its age, and nobody works in a hospital without a training. */
function educationOf(draw: Draw, born: Day, kind: UnitKind, age: number): Education {
  const year = yearOf(born);
  const table = year < 1965 ? educationBefore1965 : year < 1985 ? educationUntil1984 : educationSince1985;
  for (let tries = 0; tries < 8; tries += 1) {
    const education = draw.weighted<Education>(table);
    const fits =
      (startAges[education] ?? 20) <= age &&
      !(kind === 'hospital' && (education === 'high-school' || education === 'middle-school'));
    if (fits) return education;
  }
  return 'secondary-vocational';
}

/** In a hospital one works as what one has learned. */
function majorOf(draw: Draw, majors: string, post: string): string {
  const drawn = draw.pick(list(majors));
  return medicalMajors.find(([posts]) => posts.test(post))?.[1] ?? drawn;
}

function postOf(draw: Draw, posts: string, education: string, age: number): string {
  const choice = list(posts);
  for (let tries = 0; tries < 8; tries += 1) {
    const post = draw.pick(choice);
    if (learnedPosts.test(post) && !higher.has(education)) continue;
    if (seniorPosts.test(post) && age < 34) continue;
    return post;
  }
  return choice[0] === undefined || learnedPosts.test(choice[0]) ? '职员' : choice[0];
}

function schoolOf(draw: Draw, education: string, major: string): string {
  const health = healthMajors.test(major);
  if (education === 'secondary-vocational') return health ? '示范卫生学校' : '示范石油学校';
  if (education === 'junior-college')
    return health
      ? '示范医学高等专科学校'
      : draw.pick(['示范石油职业技术学院', '示范广播电视大学', '示范工程职业学院']);
  return health
    ? '示范医科大学'
    : draw.pick(
        humanities.test(major)
          ? ['示范财经大学', '示范师范大学', '示范石油大学']
          : ['示范石油大学', '示范石油大学', '示范理工大学'],
      );
}

function outflowOf(draw: Draw, today: Day): Outflow {
  return { since: isoOf(today - draw.int(190, 1_500)), to: draw.pick(places), reason: '随子女居住' };
}

function addressOf(draw: Draw): string {
  return `示范市示范区${draw.pick(estates)}${draw.int(1, 68)}栋${draw.int(1, 4)}单元${draw.int(1, 6)}0${draw.int(1, 3)}`;
}

function list(text: string): string[] {
  let split = words.get(text);
  if (split === undefined) words.set(text, (split = text.split(' ')));
  return split;
}
