import { addMonths, addYears, type Day, dayOf } from './civil-date.ts';
import type { Nationality } from './draw-name.ts';
import type { Sex } from './id-number.ts';
import type { Degree, Education } from './person-facts.ts';
import type { MembershipState, Stage } from './member.ts';
import type { DemoBranch } from './organization.ts';

/** What is fixed of a person whom pictures, accounts and journeys tell about; the rest is drawn. */
export interface ScriptedPerson {
  readonly name: string;
  readonly sex: Sex;
  readonly stage: Stage;
  readonly born: Day;
  readonly joinedOn?: Day;
  readonly ethnicity?: Nationality;
  readonly partyPost?: string | null;
  readonly post?: string;
  readonly education?: readonly [education: Education, major: string, degree: Degree | null];
  readonly introducers?: readonly string[];
  readonly account?: string;
  readonly state?: MembershipState;
}

/** Scripted people by index of their branch. Where a small group lacks somebody's branch, the first other branch takes them in. */
export function scriptedPeople(
  branches: readonly DemoBranch[],
  today: Day,
): ReadonlyMap<number, readonly ScriptedPerson[]> {
  const byBranch = new Map<number, ScriptedPerson[]>();
  const instead = branches.find((branch) => !branch.showcase)?.index ?? 0;
  const place = (branchName: string, people: readonly ScriptedPerson[]) => {
    const index = branches.find((branch) => branch.organization.name === branchName)?.index ?? instead;
    byBranch.set(index, [...(byBranch.get(index) ?? []), ...people]);
  };
  place('采油一厂采油一队党支部', showcasePeople(today));
  for (const [branchName, person] of officePeople) place(branchName, [person]);
  return byBranch;
}

/** The branch of the pictures: 41 members, five people on the way; the probation of 李文博 ends in two days. */
function showcasePeople(today: Day): ScriptedPerson[] {
  const engineer = ['bachelor', '石油工程', 'bachelor'] as const;
  const named: ScriptedPerson[] = [
    {
      name: '林志强',
      sex: 'male',
      stage: 'full',
      born: dayOf('1978-03-16'),
      joinedOn: dayOf('2003-06-18'),
      post: '党支部书记',
      partyPost: '书记',
      education: engineer,
      account: 'secretary',
    },
    {
      name: '赵建国',
      sex: 'male',
      stage: 'full',
      born: dayOf('1969-10-02'),
      joinedOn: dayOf('1994-06-23'),
      post: '采油工',
      partyPost: null,
      account: 'member',
    },
    {
      name: '孙海燕',
      sex: 'female',
      stage: 'full',
      born: dayOf('1983-04-27'),
      joinedOn: dayOf('2009-06-16'),
      post: '资料员',
      partyPost: '组织委员',
    },
    {
      name: '陈海',
      sex: 'male',
      stage: 'full',
      born: dayOf('1975-12-09'),
      joinedOn: dayOf('2001-06-20'),
      post: '注水泵工',
      partyPost: null,
    },
    {
      name: '马晓丽',
      sex: 'female',
      stage: 'full',
      born: dayOf('1981-01-22'),
      joinedOn: dayOf('2010-06-22'),
      ethnicity: '回族',
      post: '集输工',
      partyPost: null,
    },
    {
      name: '阿依古丽·买买提',
      sex: 'female',
      stage: 'full',
      born: dayOf('1986-07-05'),
      joinedOn: dayOf('2013-06-19'),
      ethnicity: '维吾尔族',
      post: '采油工',
      partyPost: '宣传委员',
    },
    {
      name: '李文博',
      sex: 'male',
      stage: 'probationary',
      born: dayOf('1994-05-12'),
      joinedOn: addYears(today, -1) + 2,
      post: '采油工程师',
      education: engineer,
      introducers: ['赵建国', '孙海燕'],
    },
    {
      name: '赵雪',
      sex: 'female',
      stage: 'probationary',
      born: dayOf('1997-02-08'),
      joinedOn: addMonths(today, -5) + 3,
      post: '地质技术员',
    },
    { name: '张立', sex: 'male', stage: 'candidate', born: dayOf('1996-11-30'), post: '采油工' },
    { name: '王晓燕', sex: 'female', stage: 'activist', born: dayOf('1998-06-14'), post: '资料员' },
    {
      name: '古丽努尔·艾尼瓦尔',
      sex: 'female',
      stage: 'activist',
      born: dayOf('1999-03-03'),
      ethnicity: '维吾尔族',
      post: '采油工',
    },
  ];
  return named.map((person) => ({ ethnicity: '汉族', state: 'active', ...person }));
}

const officePeople: readonly (readonly [branch: string, person: ScriptedPerson])[] = [
  ['公司机关组织部党支部', officePerson('周文静', 'female', '1984-09-12', '主管', 'officer')],
  ['采油一厂机关第一党支部', officePerson('吴晓峰', 'male', '1981-05-20', '组织干事', 'unit')],
  ['公司机关宣传部党支部', officePerson('沈雨桐', 'female', '1995-08-01', '编辑', 'editor')],
  ['公司机关宣传部党支部', officePerson('许国平', 'male', '1974-02-11', '新闻科科长', 'publisher')],
  ['公司机关宣传部党支部', officePerson('何思源', 'male', '1991-10-19', '舆情专员', 'analyst')],
  ['教育培训中心教务第一党支部', officePerson('郑丽娟', 'female', '1982-03-28', '培训主管', 'trainer')],
  ['公司机关群众工作处党支部', officePerson('韩敏', 'female', '1979-11-06', '信访主管', 'dispatcher')],
  ['物业管理公司小区服务一站党支部', officePerson('曹永军', 'male', '1977-07-15', '服务站站长', 'handler')],
];

function officePerson(name: string, sex: Sex, born: string, post: string, account: string): ScriptedPerson {
  const education = ['bachelor', '行政管理', 'bachelor'] as const;
  return {
    name,
    sex,
    stage: 'full',
    born: dayOf(born),
    ethnicity: '汉族',
    state: 'active',
    post,
    education,
    account,
  };
}
