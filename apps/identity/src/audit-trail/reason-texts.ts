import { defineCatalog } from '@banyan/ui-kit';

/** Words for the reasons that identity gives by a stable name; what a person typed stays as it was typed. */
export const reasonTexts = defineCatalog(
  {
    'wrong-password': '密码错误',
    'no-such-account': '没有这个账号',
    locked: '账号已锁定',
    disabled: '账号已停用',
    'too-many-failures': '失败次数过多',
  },
  {
    'wrong-password': 'Wrong password',
    'no-such-account': 'No such account',
    locked: 'Account locked',
    disabled: 'Account disabled',
    'too-many-failures': 'Too many failures',
  },
);

export function isKnownReason(reason: string): reason is keyof (typeof reasonTexts)['zh-CN'] {
  return reason in reasonTexts['zh-CN'];
}
