import type { Remote } from '@banyan/ui-kit/remote';
import { FormOutlined, IdcardOutlined } from '@ant-design/icons';
import { dossierProblems } from './dossiers/dossier-problems.ts';
import { dossierCommands, dossierMenu, dossierRoutes } from './dossiers/entries.tsx';
import { fieldProblems } from './fields/field-problems.ts';
import {
  changeRequestCard,
  changeRequestCommands,
  changeRequestMenu,
  changeRequestRoutes,
} from './change-requests/entries.tsx';
import { changeRequestProblems } from './change-requests/change-request-problems.ts';
import { findMembers } from './find-members.ts';
import { importCommand, importMenu, importRoutes } from './imports/entries.tsx';
import { importProblems } from './imports/import-problems.ts';
import { archivesProblems } from './problems.ts';
import { registerCard, registerCommands, registerMenu, registerRoutes } from './registers/entries.tsx';
import { registerProblems } from './registers/register-problems.ts';
import { statisticsCommands, statisticsMenu, statisticsRoutes } from './statistics/entries.tsx';
import { transferCard, transferCommands, transferMenu, transferRoutes } from './transfers/entries.tsx';
import { transferProblems } from './transfers/transfer-problems.ts';
import {
  verificationCard,
  verificationCommands,
  verificationMenu,
  verificationRoutes,
} from './verifications/entries.tsx';
import { verificationProblems } from './verifications/verification-problems.ts';

const readers = ['archives.member.read'];

export const remote: Remote = {
  id: 'archives',
  routes: [
    ...importRoutes,
    ...transferRoutes,
    ...statisticsRoutes,
    ...registerRoutes,
    ...changeRequestRoutes,
    ...dossierRoutes,
    ...verificationRoutes,
    { path: 'members', load: async () => (await import('./members/MemberListPage.tsx')).MemberListPage },
    {
      path: 'members/new',
      load: async () => (await import('./members/AdmitMemberPage.tsx')).AdmitMemberPage,
    },
    {
      path: 'members/:id',
      load: async () => (await import('./members/MemberRecordPage.tsx')).MemberRecordPage,
    },
    {
      path: 'settings/fields',
      load: async () => (await import('./fields/FieldSettingsPage.tsx')).FieldSettingsPage,
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
    transferMenu,
    statisticsMenu,
    registerMenu,
    changeRequestMenu,
    ...dossierMenu,
    verificationMenu,
    {
      path: '/archives/settings/fields',
      label: { 'zh-CN': '自定义字段', 'en-US': 'Custom fields' },
      icon: <FormOutlined />,
      group: 'admin',
      order: 50,
      permissions: ['archives.setting.update'],
    },
  ],
  commands: [
    importCommand,
    ...transferCommands,
    ...statisticsCommands,
    ...registerCommands,
    ...changeRequestCommands,
    ...dossierCommands,
    ...verificationCommands,
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
    {
      id: 'archives.fields',
      label: { 'zh-CN': '自定义字段', 'en-US': 'Custom fields' },
      keywords: 'zidingyi ziduan zdyzd',
      permissions: ['archives.setting.update'],
      path: '/archives/settings/fields',
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
    transferCard,
    registerCard,
    changeRequestCard,
    verificationCard,
  ],
  catalogs: [
    archivesProblems,
    changeRequestProblems,
    dossierProblems,
    verificationProblems,
    fieldProblems,
    transferProblems,
    registerProblems,
    importProblems,
  ],
};
