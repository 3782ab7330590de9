import { defineCatalog } from '@banyan/ui-kit';

export const roleTexts = defineCatalog(
  {
    title: '角色',
    total: '{total} 个角色',
    name: '名称',
    code: '代码',
    kind: '类别',
    permissions: '权限',
    permissionCount: '{count} 项',
    administrator: '三员角色',
    shipped: '内置角色',
    own: '自定义角色',
    administratorHint: '系统、安全、审计三类管理员互斥，一个账号只能持有其中一种，内容固定。',
    search: '搜索角色',
    empty: '没有角色',
    backToList: '角色',
  },
  {
    title: 'Roles',
    total: '{total} {total|role|roles}',
    name: 'Name',
    code: 'Code',
    kind: 'Kind',
    permissions: 'Permissions',
    permissionCount: '{count} {count|permission|permissions}',
    administrator: 'Administrator',
    shipped: 'Shipped',
    own: 'Own',
    administratorHint:
      'System, security and audit administrators exclude one another: an account holds one of them, and what they hold is fixed.',
    search: 'Search roles',
    empty: 'There are no roles',
    backToList: 'Roles',
  },
);
