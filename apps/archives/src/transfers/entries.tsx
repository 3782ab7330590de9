import type { Command, DeskCard, MenuEntry, RemoteRoute } from '@banyan/ui-kit/remote';
import { SwapOutlined } from '@ant-design/icons';

export const transferRoutes: RemoteRoute[] = [
  { path: 'transfers', load: async () => (await import('./TransferListPage.tsx')).TransferListPage },
  {
    path: 'transfers/new',
    permissions: ['archives.transfer.create', 'archives.transfer.receive'],
    load: async () => (await import('./ApplyPage.tsx')).ApplyPage,
  },
  {
    path: 'transfers/groups/:id',
    load: async () => (await import('./TransferGroupPage.tsx')).TransferGroupPage,
  },
  { path: 'transfers/:id', load: async () => (await import('./TransferRecordPage.tsx')).TransferRecordPage },
];

export const transferMenu: MenuEntry = {
  path: '/archives/transfers',
  label: { 'zh-CN': '组织关系转接', 'en-US': 'Transfers' },
  icon: <SwapOutlined />,
  group: 'work',
  order: 20,
  permissions: ['archives.transfer.read'],
};

export const transferCommands: Command[] = [
  {
    id: 'archives.transfer.apply',
    label: { 'zh-CN': '发起组织关系转接', 'en-US': 'New transfer' },
    keywords: 'zhuanjie zhuanchu zuzhi guanxi zzgx 转出 介绍信',
    permissions: ['archives.transfer.create'],
    path: '/archives/transfers/new',
  },
  {
    id: 'archives.transfer.arrive',
    label: { 'zh-CN': '登记集团外转入', 'en-US': 'Register somebody from outside' },
    keywords: 'zhuanru zuzhi guanxi 转入 介绍信',
    permissions: ['archives.transfer.receive'],
    path: '/archives/transfers/new?kind=in',
  },
];

export const transferCard: DeskCard = {
  id: 'archives.transfers',
  permissions: ['archives.transfer.read'],
  order: 20,
  load: async () => ({ default: (await import('../desk/TransfersCard.tsx')).TransfersCard }),
};
