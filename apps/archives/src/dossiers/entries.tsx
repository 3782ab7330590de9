import type { Command, MenuEntry, RemoteRoute } from '@banyan/ui-kit/remote';
import { FileDoneOutlined, FolderAddOutlined } from '@ant-design/icons';

export const dossierRoutes: RemoteRoute[] = [
  { path: 'members/:id/dossier', load: async () => (await import('./DossierPage.tsx')).DossierPage },
  { path: 'dossiers', load: async () => (await import('./BranchGapsPage.tsx')).BranchGapsPage },
  { path: 'dossiers/people', load: async () => (await import('./PeopleGapsPage.tsx')).PeopleGapsPage },
  { path: 'settings/dossier', load: async () => (await import('./ExtrasPage.tsx')).ExtrasPage },
];

export const dossierMenu: MenuEntry[] = [
  {
    path: '/archives/dossiers',
    label: { 'zh-CN': '档案材料', 'en-US': 'Dossiers' },
    icon: <FileDoneOutlined />,
    group: 'work',
    order: 30,
    // Members see their own dossier from their own record; the overview is for who keeps dossiers.
    permissions: ['archives.dossier.update'],
  },
  {
    path: '/archives/settings/dossier',
    label: { 'zh-CN': '增列材料', 'en-US': 'Dossier items' },
    icon: <FolderAddOutlined />,
    group: 'admin',
    order: 51,
    permissions: ['archives.setting.update'],
  },
];

export const dossierCommands: Command[] = [
  {
    id: 'archives.dossiers.gaps',
    label: { 'zh-CN': '档案材料缺项名单', 'en-US': 'People with gaps in their dossier' },
    keywords: 'dangan cailiao quexiang dacl 材料 缺项',
    permissions: ['archives.dossier.update'],
    path: '/archives/dossiers/people?gaps=true',
  },
  {
    id: 'archives.dossiers.extras',
    label: { 'zh-CN': '增列档案材料', 'en-US': 'Local dossier items' },
    keywords: 'zenglie cailiao zlcl',
    permissions: ['archives.setting.update'],
    path: '/archives/settings/dossier',
  },
];
