import { defineCatalog } from '@banyan/ui-kit';

/** Words for the reasons that identity gives by a stable name; what a person typed stays as it was typed. */
export const reasonTexts = defineCatalog(
  {
    'wrong-password': '密码错误',
    'no-such-account': '没有这个账号',
    delayed: '未到等待时间',
    locked: '此处已锁定',
    disabled: '账号已停用',
    'too-many-failures': '同一来源失败次数过多',
    'too-many-strangers': '各处陌生来源失败次数过多',
    'time-passed': '锁定时间已过',
    replaced: '同一浏览器重新登录',
    limit: '超过会话数上限，最久未使用',
  },
  {
    'wrong-password': 'Wrong password',
    'no-such-account': 'No such account',
    delayed: 'Before its wait was over',
    locked: 'Locked there',
    disabled: 'Account disabled',
    'too-many-failures': 'Too many failures from one place',
    'too-many-strangers': 'Too many failures of strangers from everywhere',
    'time-passed': 'Time of the lock passed',
    replaced: 'Signed in again in the same browser',
    limit: 'Too many sessions, this one unused for longest',
  },
);

export function isKnownReason(reason: string): reason is keyof (typeof reasonTexts)['zh-CN'] {
  return reason in reasonTexts['zh-CN'];
}
