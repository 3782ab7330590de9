import type { Remote } from '@banyan/ui-kit/remote';
import { IdcardOutlined } from '@ant-design/icons';
import { findMembers } from './find-members.ts';
import { archivesProblems } from './problems.ts';

const readers = ['archives.member.read'];

export const remote: Remote = {
  id: 'archives',
  routes: [
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
  ],
  commands: [
    {
      id: 'archives.members',
      label: { 'zh-CN': '党员档案', 'en-US': 'Members' },
      keywords: 'dangyuan dangan dyda members roster 名册',
      permissions: readers,
      path: '/archives/members',
    },
    {
      id: 'archives.admit',
      label: { 'zh-CN': '新增党员档案', 'en-US': 'Add a member record' },
      keywords: 'xinzeng dangyuan xzdy 录入',
      permissions: ['archives.member.create'],
      path: '/archives/members/new',
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
  catalogs: [archivesProblems],
};
