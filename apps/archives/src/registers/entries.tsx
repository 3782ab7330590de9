import type { Command, DeskCard, MenuEntry, RemoteRoute } from '@banyan/ui-kit/remote';
import { SolutionOutlined } from '@ant-design/icons';

const readers = ['archives.register.read'];

export const registerRoutes: RemoteRoute[] = [
  { path: 'registers', load: async () => (await import('./DueListPage.tsx')).DueListPage },
  {
    path: 'registers/outflow',
    load: async () => (await import('./FloatingListPage.tsx')).OutflowListPage,
  },
  { path: 'registers/inflow', load: async () => (await import('./FloatingListPage.tsx')).InflowListPage },
  {
    path: 'registers/out-of-contact',
    load: async () => (await import('./LostListPage.tsx')).LostListPage,
  },
  {
    path: 'registers/reductions',
    load: async () => (await import('./ReductionListPage.tsx')).ReductionListPage,
  },
  {
    path: 'registers/floating/:id',
    load: async () => (await import('./RegisterRecordPages.tsx')).FloatingRecordPage,
  },
  {
    path: 'registers/out-of-contact/:id',
    load: async () => (await import('./RegisterRecordPages.tsx')).LostRecordPage,
  },
];

export const registerMenu: MenuEntry = {
  path: '/archives/registers',
  label: { 'zh-CN': '党员台账', 'en-US': 'Registers' },
  icon: <SolutionOutlined />,
  group: 'work',
  order: 30,
  permissions: readers,
};

export const registerCommands: Command[] = [
  {
    id: 'archives.registers.outflow',
    label: { 'zh-CN': '流出党员', 'en-US': 'Members away' },
    keywords: 'liudong liuchu dangyuan lddy 流动',
    permissions: readers,
    path: '/archives/registers/outflow',
  },
  {
    id: 'archives.registers.inflow',
    label: { 'zh-CN': '流入党员', 'en-US': 'Members with us' },
    keywords: 'liudong liuru dangyuan lddy 流动',
    permissions: readers,
    path: '/archives/registers/inflow',
  },
  {
    id: 'archives.registers.reductions',
    label: { 'zh-CN': '党员减少', 'en-US': 'Reductions' },
    keywords: 'jianshao chudang zhuanchu 减少 除名',
    permissions: readers,
    path: '/archives/registers/reductions',
  },
];

export const registerCard: DeskCard = {
  id: 'archives.registers',
  permissions: readers,
  order: 30,
  load: async () => ({ default: (await import('../desk/RegistersCard.tsx')).RegistersCard }),
};
