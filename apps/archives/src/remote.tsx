import type { Remote } from '@banyan/ui-kit/remote';
import { IdcardOutlined } from '@ant-design/icons';
import { findMembers } from './find-members.ts';
import { importCommand, importMenu, importRoutes } from './imports/entries.tsx';
import { importProblems } from './imports/import-problems.ts';
import { archivesProblems } from './problems.ts';

const readers = ['archives.member.read'];

export const remote: Remote = {
  id: 'archives',
  routes: [
    ...importRoutes,
    { path: 'members', load: async () => (await import('./members/MemberListPage.tsx')).MemberListPage },
    {
      path: 'members/new',
      load: async () => (await import('./members/AdmitMemberPage.tsx')).AdmitMemberPage,
    },
    {
      path: 'members/:id',
      load: async () => (await import('./members/MemberRecordPage.tsx')).MemberRecordPage,
    },
  ],
  menu: [
    {
      path: '/archives/members',
      label: { 'zh-CN': '党员档案', 'en-US': 'Members' },
      icon: <IdcardOutlined />,
      group: 'work',
      order: 10,
      permissions: readers,
    },
    importMenu,
  ],
  commands: [
    importCommand,
    {
      id: 'archives.admit',
      label: { 'zh-CN': '新增党员档案', 'en-US': 'Add a member record' },
      keywords: 'xinzeng dangyuan xzdy 录入',
      permissions: ['archives.member.create'],
      path: '/archives/members/new',
    },
    {
      id: 'archives.probationary',
      label: { 'zh-CN': '预备党员名单', 'en-US': 'Probationary members' },
      keywords: 'yubei dangyuan ybdy',
      permissions: readers,
      path: '/archives/members?stage=probationary',
    },
    {
      id: 'archives.out-of-contact',
      label: { 'zh-CN': '失联党员名单', 'en-US': 'Members out of contact' },
      keywords: 'shilian dangyuan sldy',
      permissions: readers,
      path: '/archives/members?state=out-of-contact',
    },
  ],
  search: [
    {
      id: 'archives.members',
      label: { 'zh-CN': '人员', 'en-US': 'People' },
      permissions: readers,
      find: findMembers,
    },
  ],
  desk: [
    {
      id: 'archives.members',
      permissions: readers,
      order: 10,
      load: async () => ({ default: (await import('./desk/MembersCard.tsx')).MembersCard }),
    },
  ],
  catalogs: [archivesProblems, importProblems],
};
