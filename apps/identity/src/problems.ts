import { defineCatalog } from '@banyan/ui-kit';

/** Refusals of identity: what happened, and the way on. */
export const identityProblems = defineCatalog(
  {
    'problem.identity.account-own': '不能停用自己的账号。请由另一位管理员操作。',
    'problem.identity.account-disabled': '账号已停用。请先启用。',
    'problem.identity.account-last-administrator':
      '这是最后一位该类管理员，停用后将无人可用。请先设置另一位。',
    'problem.identity.account-administrator-set': '该管理员已设置密码，不能再发放链接。',
    'problem.identity.account-username-taken': '账号名已被使用，请换一个。',
    'problem.identity.account-person-taken': '该党员已有账号。',
    'problem.identity.grant-exists': '该账号在此范围已持有这一角色。',
    'problem.identity.grant-own': '不能更改自己的授权。',
    'problem.identity.grant-one-administrator': '三类管理员互斥，该账号已是另一类管理员。',
    'problem.identity.organization-code-taken': '组织代码已被使用，请换一个。',
    'problem.identity.role-name-taken': '角色名称已被使用，请换一个。',
    'problem.identity.role-shipped': '内置角色不能修改，请复制后再改。',
    'problem.identity.password-delayed':
      '当前密码错误次数较多，请 {seconds} 秒后再试。如果忘记密码，请向系统管理员索取设置密码的链接。',
    'problem.identity.password-locked':
      '当前密码错误次数过多，15 分钟内不能在这次登录中修改密码。如果忘记密码，请向系统管理员索取设置密码的链接。',
    'problem.session.sign-in-delayed':
      '失败次数较多，请 {seconds} 秒后再试。如果忘记密码，请向系统管理员索取设置密码的链接。',
    'problem.session.account-locked':
      '这个账号因多次失败在这里已锁定 15 分钟。可换用登录过的设备，或请系统管理员解锁。',
    'problem.dead-letter.no-reaction':
      '这条消息无法处理：内容不可读，或对应的处理已不存在。请由发送方重新发布。',
    'problem.record.not-found': '记录不存在，或不在可见范围内。',
    'problem.record.stale': '记录刚被他人修改，请刷新后再操作。',
    'problem.access.forbidden': '没有此项权限。如确需使用，请联系安全管理员。',
  },
  {
    'problem.identity.account-own': 'You cannot disable your own account. Ask another administrator.',
    'problem.identity.account-disabled': 'The account is disabled. Enable it first.',
    'problem.identity.account-last-administrator':
      'This is the last administrator of its kind; nobody would be left. Appoint another one first.',
    'problem.identity.account-administrator-set':
      'This administrator has set a password; no link can be issued.',
    'problem.identity.account-username-taken': 'This username is taken. Choose another.',
    'problem.identity.account-person-taken': 'This member has an account already.',
    'problem.identity.grant-exists': 'The account holds this role there already.',
    'problem.identity.grant-own': 'You cannot change what you hold yourself.',
    'problem.identity.grant-one-administrator':
      'The three administrators exclude one another; this account is one of another kind.',
    'problem.identity.organization-code-taken': 'This code is taken. Choose another.',
    'problem.identity.role-name-taken': 'This role name is taken. Choose another.',
    'problem.identity.role-shipped': 'Shipped roles cannot be changed. Copy one and change the copy.',
    'problem.identity.password-delayed':
      'Too many wrong passwords. Try again in {seconds} {seconds|second|seconds}. If you forgot it, ask the system administrator for a link that sets a new one.',
    'problem.identity.password-locked':
      'Too many wrong passwords: for 15 minutes the password cannot be changed in this session. If you forgot it, ask the system administrator for a link that sets a new one.',
    'problem.session.sign-in-delayed':
      'Too many failures. Try again in {seconds} {seconds|second|seconds}. If you forgot the password, ask the system administrator for a link that sets a new one.',
    'problem.session.account-locked':
      'This account is locked here for 15 minutes after too many failures. Use a device where you have signed in before, or ask the system administrator to unlock it.',
    'problem.dead-letter.no-reaction':
      'Nothing can handle this message: it cannot be read, or its reaction is gone. Have its sender announce anew what is true.',
    'problem.record.not-found': 'There is no such record, or it is outside your scope.',
    'problem.record.stale': 'Somebody has just changed this record. Reload and try again.',
    'problem.access.forbidden':
      'You have no permission for this. Ask the security administrator if you need it.',
  },
);
