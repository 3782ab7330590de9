export type LocaleId = 'zh-CN' | 'en-US';

const chinese = {
  title: '登录 榕',
  slogan: '一次录入，处处可用。\n该办的事，自己会来。',
  about: '组织、档案、党务、学习、留言在同一处；每个支部看见自己的，每一级看见下面的。',
  username: '账号',
  password: '密码',
  show: '显示密码',
  hide: '隐藏密码',
  submit: '登录',
  busy: '正在登录…',
  demo: '演示数据已载入。点选身份即可填入：',
  needUsername: '请填写账号',
  needPassword: '请填写密码',
  wrong: '账号或密码不对。请核对后再试；失败 5 次起每次须等待，10 次后在这里锁定 15 分钟。',
  delayed: '失败次数较多，请等 {wait}后再试。如果忘记密码，请向系统管理员索取设置密码的链接。',
  locked: '这个账号因多次失败在这里已锁定，{time} 之后可以再试。可换用登录过的设备，或请系统管理员解锁。',
  seconds: '{count} 秒',
  minutes: '{count} 分钟',
  remaining: '还需等待 {time}',
  disabled: '这个账号已停用，请联系系统管理员。',
  limited: '尝试过于频繁，请 {seconds} 秒后再试。',
  down: '登录服务暂时不可用，正在恢复。填写的内容还在，请稍后再试。',
  network: '网络连接中断。填写的内容还在，请检查网络后再试。',
  unexpected: '没能登录，请再试一次。请求编号：{requestId}',
  setup: '还没有任何账号。请打开首次启动时终端里显示的一次性链接，建立三位管理员。',
  capsLock: '大写锁定已打开',
};

const english: typeof chinese = {
  title: 'Sign in to Banyan',
  slogan: 'Enter once, use everywhere.\nWhat is due comes to you.',
  about:
    'Organization, records, party work, learning and messages in one place; each branch sees its own, each level what lies below it.',
  username: 'Account',
  password: 'Password',
  show: 'Show password',
  hide: 'Hide password',
  submit: 'Sign in',
  busy: 'Signing in…',
  demo: 'Demonstration data is loaded. Choose who to be:',
  needUsername: 'Enter your account',
  needPassword: 'Enter your password',
  wrong:
    'Account or password is wrong. Check both; from the fifth failure each attempt has to wait, the tenth locks it here for 15 minutes.',
  delayed:
    'Too many failures. Try again in {wait}. If you forgot the password, ask the system administrator for a link that sets a new one.',
  locked:
    'This account is locked here after too many failures. Try again after {time}, use a device where you have signed in before, or ask the system administrator to unlock it.',
  seconds: '{count} s',
  minutes: '{count} min',
  remaining: 'Still to wait: {time}',
  disabled: 'This account is disabled. Ask the system administrator.',
  limited: 'Too many attempts. Try again in {seconds} seconds.',
  down: 'Signing in is not possible for the moment and will be back. What you typed is kept; try again shortly.',
  network: 'The network is gone. What you typed is kept; check the connection and try again.',
  unexpected: 'Could not sign in. Try again. Request: {requestId}',
  setup: 'There is no account yet. Open the one-time link that the first start printed on the terminal.',
  capsLock: 'Caps Lock is on',
};

export type Texts = typeof chinese;
export const texts: Record<LocaleId, Texts> = { 'zh-CN': chinese, 'en-US': english };

/** The demonstration's roles in English; the service names them in Chinese. */
export const demoNames: Record<string, string> = {
  officer: 'Group officer',
  unit: 'Unit officer',
  secretary: 'Branch secretary',
  member: 'Member',
  editor: 'Editor',
  publisher: 'Publisher',
  trainer: 'Trainer',
  dispatcher: 'Dispatcher',
  handler: 'Handler',
  analyst: 'Analyst',
  system: 'System administrator',
  security: 'Security administrator',
  auditor: 'Auditor',
};
