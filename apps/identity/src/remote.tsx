import type { Remote } from '@banyan/ui-kit/remote';
import { ApartmentOutlined, AuditOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons';
import { identityProblems } from './problems.ts';

const menu: Remote['menu'] = [
  {
    path: '/identity/organizations',
    label: { 'zh-CN': '组织机构', 'en-US': 'Organizations' },
    icon: <ApartmentOutlined />,
    group: 'admin',
    order: 10,
    permissions: ['identity.organization.read'],
  },
  {
    path: '/identity/accounts',
    label: { 'zh-CN': '账号', 'en-US': 'Accounts' },
    icon: <UserOutlined />,
    group: 'admin',
    order: 20,
    permissions: ['identity.account.read'],
  },
  {
    path: '/identity/roles',
    label: { 'zh-CN': '角色', 'en-US': 'Roles' },
    icon: <SafetyOutlined />,
    group: 'admin',
    order: 30,
    permissions: ['identity.role.read'],
  },
  {
    path: '/identity/audit',
    label: { 'zh-CN': '审计', 'en-US': 'Audit' },
    icon: <AuditOutlined />,
    group: 'admin',
    order: 40,
    permissions: ['identity.audit.read'],
  },
];

const keywords: Record<string, string> = {
  '/identity/organizations': 'zuzhi jigou zzjg tree 支部 党委',
  '/identity/accounts': 'zhanghao zh users 用户',
  '/identity/roles': 'juese js permissions 权限',
  '/identity/audit': 'shenji sj trail log 日志',
};

export const remote: Remote = {
  id: 'identity',
  routes: [
    {
      path: 'organizations',
      load: async () => (await import('./organizations/OrganizationsPage.tsx')).OrganizationsPage,
    },
    {
      path: 'organizations/:id',
      load: async () => (await import('./organizations/OrganizationPage.tsx')).OrganizationPage,
    },
    { path: 'accounts', load: async () => (await import('./accounts/AccountListPage.tsx')).AccountListPage },
    { path: 'accounts/:id', load: async () => (await import('./accounts/AccountPage.tsx')).AccountPage },
    { path: 'roles', load: async () => (await import('./roles/RoleListPage.tsx')).RoleListPage },
    { path: 'roles/:id', load: async () => (await import('./roles/RolePage.tsx')).RolePage },
    { path: 'audit', load: async () => (await import('./audit-trail/AuditPage.tsx')).AuditPage },
  ],
  menu,
  commands: menu.map(({ path, label, permissions }) => ({
    id: path.slice(1).replace('/', '.'),
    label,
    keywords: keywords[path] ?? '',
    permissions,
    path,
  })),
  catalogs: [identityProblems],
};
