import type { Command, DeskCard, MenuEntry, RemoteRoute } from '@banyan/ui-kit/remote';
import { EditOutlined } from '@ant-design/icons';

export const changeRequestRoutes: RemoteRoute[] = [
  {
    path: 'change-requests',
    load: async () => (await import('./ChangeRequestListPage.tsx')).ChangeRequestListPage,
  },
  {
    path: 'change-requests/:id',
    load: async () => (await import('./ChangeRequestRecordPage.tsx')).ChangeRequestRecordPage,
  },
];

export const changeRequestMenu: MenuEntry = {
  path: '/archives/change-requests',
  label: { 'zh-CN': '更正申请', 'en-US': 'Change requests' },
  icon: <EditOutlined />,
  group: 'work',
  order: 30,
  permissions: ['archives.change-request.read'],
};

export const changeRequestCommands: Command[] = [
  {
    id: 'archives.change-request.decide',
    label: { 'zh-CN': '待审核的更正申请', 'en-US': 'Change requests to decide' },
    keywords: 'gengzheng shenqing shenhe gzsq 变更 审批',
    permissions: ['archives.change-request.approve'],
    path: '/archives/change-requests?box=to-decide',
  },
];

export const changeRequestCard: DeskCard = {
  id: 'archives.change-requests',
  permissions: ['archives.change-request.approve'],
  order: 20,
  load: async () => ({ default: (await import('./ChangeRequestsCard.tsx')).ChangeRequestsCard }),
};
