import type { Command, DeskCard, MenuEntry, RemoteRoute } from '@banyan/ui-kit/remote';
import { AuditOutlined } from '@ant-design/icons';

export const verificationRoutes: RemoteRoute[] = [
  {
    path: 'verifications',
    permissions: ['archives.verification.read'],
    load: async () => (await import('./VerificationListPage.tsx')).VerificationListPage,
  },
  {
    path: 'verifications/new',
    permissions: ['archives.verification.create'],
    load: async () => (await import('./OpenRoundPage.tsx')).OpenRoundPage,
  },
  { path: 'verifications/:id', load: async () => (await import('./RoundPage.tsx')).RoundPage },
];

export const verificationMenu: MenuEntry = {
  path: '/archives/verifications',
  label: { 'zh-CN': '定期核实', 'en-US': 'Verification' },
  icon: <AuditOutlined />,
  group: 'work',
  order: 32,
  permissions: ['archives.verification.read'],
};

export const verificationCommands: Command[] = [
  {
    id: 'archives.verification.open',
    label: { 'zh-CN': '发起核实', 'en-US': 'Open a verification round' },
    keywords: 'faqi heshi hecha fqhs 核查 核对',
    permissions: ['archives.verification.create'],
    path: '/archives/verifications/new',
  },
];

export const verificationCard: DeskCard = {
  id: 'archives.verifications',
  permissions: ['archives.verification.answer'],
  order: 21,
  load: async () => ({ default: (await import('./VerificationCard.tsx')).VerificationCard }),
};
