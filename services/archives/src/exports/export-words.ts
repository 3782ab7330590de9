import type { MemberField } from '../members/member-fields.ts';

export const languages = ['zh-CN', 'en-US'] as const;
export type Language = (typeof languages)[number];

/** A word in the languages of files, in their order. */
type Word = readonly [chinese: string, english: string];

export function wordOf(word: Word, language: Language): string {
  return word[languages.indexOf(language)] as string;
}

/** The headings of files, in words that imports understand. */
export const headings = {
  id: ['档案编号', 'Record'],
  name: ['姓名', 'Name'],
  formerName: ['曾用名', 'Former name'],
  sex: ['性别', 'Sex'],
  ethnicity: ['民族', 'Ethnicity'],
  bornOn: ['出生日期', 'Born'],
  nativePlace: ['籍贯', 'Native place'],
  education: ['学历', 'Education'],
  degree: ['学位', 'Degree'],
  school: ['毕业院校', 'School'],
  major: ['所学专业', 'Major'],
  workStartedOn: ['参加工作日期', 'Started work'],
  post: ['工作岗位', 'Post'],
  workUnit: ['工作单位', 'Employer'],
  partyPost: ['党内职务', 'Party post'],
  idNumber: ['证件号码', 'ID number'],
  phone: ['联系电话', 'Phone'],
  address: ['家庭住址', 'Home address'],
  organizationName: ['所在支部', 'Branch'],
  organizationPath: ['上级组织', 'Above the branch'],
  sectionName: ['所在党小组', 'Party group'],
  stage: ['人员类别', 'Stage'],
  state: ['党籍状态', 'Membership'],
  stateOn: ['状态起始日期', 'Since'],
  leftKind: ['出党方式', 'Way of leaving'],
  appliedOn: ['申请入党日期', 'Applied'],
  activistOn: ['列为积极分子日期', 'Activist since'],
  candidateOn: ['列为发展对象日期', 'Candidate since'],
  joinedOn: ['入党日期', 'Joined'],
  fullOn: ['转正日期', 'Full member since'],
  lostContactOn: ['失去联系日期', 'Contact lost'],
  verifiedOn: ['最近核实日期', 'Last verified'],
  outflow: ['流动去向', 'Working elsewhere'],
  introducers: ['入党介绍人', 'Introduced by'],
  cultivators: ['培养联系人', 'Mentors'],
  awards: ['奖励', 'Awards'],
  penalties: ['处分', 'Penalties'],
  family: ['家庭成员', 'Family'],
  resume: ['简历', 'Career'],
  note: ['备注', 'Note'],
} as const satisfies Partial<Record<MemberField, Word>> & Record<string, Word>;

/** Words for the values of closed lists, by field and value. */
export const valueWords = {
  'sex.male': ['男', 'Male'],
  'sex.female': ['女', 'Female'],
  'stage.applicant': ['入党申请人', 'Applicant'],
  'stage.activist': ['入党积极分子', 'Activist'],
  'stage.candidate': ['发展对象', 'Candidate'],
  'stage.probationary': ['预备党员', 'Probationary'],
  'stage.full': ['正式党员', 'Full member'],
  'state.active': ['正常', 'Active'],
  'state.suspended': ['停止党籍', 'Suspended'],
  'state.out-of-contact': ['失联', 'Out of contact'],
  'state.transferred-out': ['已转出', 'Transferred out'],
  'state.left': ['已出党', 'Left'],
  'state.deceased': ['已去世', 'Deceased'],
  'leftKind.expelled': ['开除党籍', 'Expelled'],
  'leftKind.resigned': ['自愿退党', 'Resigned'],
  'leftKind.persuaded-to-leave': ['劝退', 'Persuaded to leave'],
  'leftKind.lapsed': ['自行脱党除名', 'Removed as lapsed'],
  'leftKind.qualification-cancelled': ['取消资格', 'Qualification cancelled'],
  'leftKind.application-withdrawn': ['撤回申请', 'Application withdrawn'],
  'education.doctorate': ['博士研究生', 'Doctorate'],
  'education.master': ['硕士研究生', "Master's"],
  'education.bachelor': ['大学本科', "Bachelor's"],
  'education.junior-college': ['大学专科', 'Junior college'],
  'education.secondary-vocational': ['中等专科', 'Secondary vocational'],
  'education.technical-school': ['技工学校', 'Technical school'],
  'education.high-school': ['高中', 'High school'],
  'education.middle-school': ['初中', 'Middle school'],
  'education.primary-school': ['小学', 'Primary school'],
  'degree.doctor': ['博士', 'Doctor'],
  'degree.master': ['硕士', 'Master'],
  'degree.bachelor': ['学士', 'Bachelor'],
  'partyPost.secretary': ['书记', 'Secretary'],
  'partyPost.deputy-secretary': ['副书记', 'Deputy secretary'],
  'partyPost.committee-member': ['委员', 'Committee member'],
  'partyPost.other': ['其他职务', 'Other posts'],
  'organizationType.branch': ['党支部', 'Branches'],
  'organizationType.joint-branch': ['联合党支部', 'Joint branches'],
  'ethnicity.han': ['汉族', 'Han'],
  'ethnicity.minority': ['少数民族', 'Ethnic minorities'],
} as const satisfies Record<string, Word>;

export function valueWord(field: string, value: string, language: Language): string {
  const word: Word | undefined = valueWords[`${field}.${value}` as keyof typeof valueWords];
  return word === undefined ? value : wordOf(word, language);
}

/** Words of the sheet that says what the file is. */
export const noteWords = {
  roster: ['党员名册', 'Members'],
  note: ['导出说明', 'About this export'],
  by: ['导出人', 'Exported by'],
  at: ['导出时间', 'Exported at'],
  reason: ['导出事由', 'Reason'],
  scope: ['组织范围', 'Organizations'],
  filters: ['筛选条件', 'Filters'],
  ofImport: ['一次导入的人员', 'People of one import'],
  custom: ['自定义字段', 'Custom field'],
  everybody: ['全部人员', 'Everybody'],
  people: ['人数', 'People'],
  columns: ['导出内容', 'Columns'],
  masking: ['脱敏', 'Masking'],
  masked: ['证件号码、联系电话、家庭住址已脱敏', 'ID numbers, phones and addresses are masked'],
  unmasked: [
    '含未脱敏的个人信息，仅限上述事由使用，用毕按规定销毁',
    'Holds personal data in full: for the reason above only, to be destroyed after use',
  ],
  inFull: ['（未脱敏）', ' (in full)'],
  search: ['查找', 'Search'],
  without: ['未登记', 'Not on record'],
  account: ['账号', 'Account'],
  stalled: ['接收方停止接收，已中断', 'Broken off: nothing was taken any more'],
  left: ['接收方离开，已中断', 'Broken off: whoever asked for it left'],
  failed: ['制作中出错，已中断', 'Broken off: it could not be made to its end'],
} as const satisfies Record<string, Word>;
