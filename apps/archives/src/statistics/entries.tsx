import type { Command, MenuEntry, RemoteRoute } from '@banyan/ui-kit/remote';
import { BarChartOutlined } from '@ant-design/icons';

const permissions = ['archives.statistics.read'];

export const statisticsRoutes: RemoteRoute[] = [
  {
    path: 'statistics',
    permissions,
    load: async () => (await import('./StatisticsPage.tsx')).StatisticsPage,
  },
];

export const statisticsMenu: MenuEntry = {
  path: '/archives/statistics',
  label: { 'zh-CN': '党员统计', 'en-US': 'Statistics' },
  icon: <BarChartOutlined />,
  group: 'work',
  order: 70,
  permissions,
};

export const statisticsCommands: Command[] = [
  {
    id: 'archives.statistics',
    label: { 'zh-CN': '党员统计', 'en-US': 'Member statistics' },
    keywords: 'tongji dangyuan dytj 报表',
    permissions,
    path: '/archives/statistics',
  },
  {
    id: 'archives.statistics.age',
    label: { 'zh-CN': '党员年龄与学历统计', 'en-US': 'Members by age and education' },
    keywords: 'nianling xueli tongji',
    permissions,
    path: '/archives/statistics?rows=age&columns=education',
  },
];
