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
  commands: [
    {
      id: 'identity.locked-accounts',
      label: { 'zh-CN': '已锁定的账号', 'en-US': 'Locked accounts' },
      keywords: 'suoding zhanghao sdzh unlock 解锁',
      permissions: ['identity.account.read'],
      path: '/identity/accounts?status=locked',
    },
    {
      id: 'identity.audit-today',
      label: { 'zh-CN': '今天的审计记录', 'en-US': 'Audit trail of today' },
      keywords: 'shenji jintian sj log 日志',
      permissions: ['identity.audit.read'],
      path: '/identity/audit?period=today',
    },
  ],
  catalogs: [identityProblems],
};
