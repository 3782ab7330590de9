import type { Command, MenuEntry, RemoteRoute } from '@banyan/ui-kit/remote';
import { ImportOutlined } from '@ant-design/icons';

const permissions = ['archives.member.import'];

export const importRoutes: RemoteRoute[] = [
  { path: 'imports', permissions, load: async () => (await import('./ImportListPage.tsx')).ImportListPage },
  { path: 'imports/new', permissions, load: async () => (await import('./NewImportPage.tsx')).NewImportPage },
  { path: 'imports/:id', permissions, load: async () => (await import('./ImportPage.tsx')).ImportPage },
];

export const importMenu: MenuEntry = {
  path: '/archives/imports',
  label: { 'zh-CN': '导入', 'en-US': 'Imports' },
  icon: <ImportOutlined />,
  group: 'work',
  order: 20,
  permissions,
};

export const importCommand: Command = {
  id: 'archives.import',
  label: { 'zh-CN': '导入花名册', 'en-US': 'Import a roster' },
  keywords: 'daoru huamingce drhmc excel xlsx csv 批量',
  permissions,
  path: '/archives/imports/new',
};
