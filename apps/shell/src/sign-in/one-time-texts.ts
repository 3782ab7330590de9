import type { LocaleId } from './texts.ts';

const chinese = {
  setupTitle: '建立这套系统',
  setupHint: '这个链接只能用一次。三位管理员由三个人担任，各管一部分，谁也不能独自做全部的事。',
  enterprise: '集团',
  'enterprise.name': '党组织全称',
  'enterprise.shortName': '简称',
  'enterprise.code': '代码',
  system: '系统管理员：账号、组织、字典',
  security: '安全管理员：角色、授权、会话',
  auditor: '审计管理员：查看审计记录',
  username: '账号',
  displayName: '姓名',
  password: '密码',
  setupSubmit: '建立',
  setupDone: '已建立。请用系统管理员的账号登录。',
  invitationTitle: '设置密码',
  invitationHint: '这个链接只能用一次，设置后即可登录。',
  again: '再输入一次密码',
  differs: '两次输入的密码不一致',
  invitationSubmit: '设置密码',
  invitationDone: '密码已设置。账号：{username}',
  toSignIn: '去登录',
  required: '必填',
  unusable: '这个链接已用过、已被替换或已过期，请索取新的链接。',
  done: '已经有账号了，请直接登录。',
  fix: '请按提示修改。',
};

const english: typeof chinese = {
  setupTitle: 'Set up this installation',
  setupHint:
    'This link works once. Three people are the three administrators; each holds a part, nobody everything.',
  enterprise: 'Group',
  'enterprise.name': 'Full name of the organization',
  'enterprise.shortName': 'Short name',
  'enterprise.code': 'Code',
  system: 'System administrator: accounts, organizations, dictionaries',
  security: 'Security administrator: roles, grants, sessions',
  auditor: 'Audit administrator: reads the audit trail',
  username: 'Account',
  displayName: 'Name',
  password: 'Password',
  setupSubmit: 'Set up',
  setupDone: 'Done. Sign in as the system administrator.',
  invitationTitle: 'Set your password',
  invitationHint: 'This link works once; then you can sign in.',
  again: 'Password again',
  differs: 'The two passwords differ',
  invitationSubmit: 'Set password',
  invitationDone: 'The password is set. Account: {username}',
  toSignIn: 'Sign in',
  required: 'Required',
  unusable: 'This link was used, replaced or is too old. Ask for a new one.',
  done: 'There are accounts already. Sign in.',
  fix: 'See the notes at the fields.',
};

export type OneTimeTexts = typeof chinese;
export const oneTimeTexts: Record<LocaleId, OneTimeTexts> = { 'zh-CN': chinese, 'en-US': english };

/** Refusals of fields; the service's own English stands where there is nothing here. */
export const fieldRefusals: Record<string, string> = {
  'too-short': '太短',
  'too-long': '太长',
  'too-simple': '需包含大写、小写、数字、符号中的三类',
  'too-common': '太常见，容易被猜中',
  'holds-username': '不能包含账号',
  repeated: '三个人须用三个不同的账号',
  invalid_format: '格式不正确：小写字母、数字、点、横线',
  too_small: '必填',
};
