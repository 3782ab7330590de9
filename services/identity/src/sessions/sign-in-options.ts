import { systemScope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';

/** Whom the sign-in page offers while the demonstration data is loaded. */
const demoAccounts: readonly (readonly [username: string, label: string])[] = [
  ['officer', '组织干事 · 集团'],
  ['unit', '组织干事 · 采油一厂'],
  ['secretary', '支部书记'],
  ['member', '党员'],
  ['editor', '编辑'],
  ['publisher', '审核'],
  ['trainer', '培训管理员'],
  ['dispatcher', '留言受理'],
  ['handler', '留言承办'],
  ['analyst', '舆情专员'],
  ['system', '系统管理员'],
  ['security', '安全管理员'],
  ['auditor', '审计管理员'],
];
const demoPassword = 'Banyan-demo-2026';

export async function signInOptions({ kit, demo }: Deps) {
  const { rootId } = kit.tree();
  const enterprise = rootId === null ? null : (kit.tree().get(rootId)?.name ?? null);
  const setup = await kit.database.read(systemScope('identity.session.options'), async (tx) => {
    const any = await tx.sql`select from accounts limit 1`;
    return any.length === 0;
  });
  return {
    demo,
    enterprise,
    accounts: demo ? demoAccounts.map(([username, label]) => ({ username, label })) : [],
    password: demo ? demoPassword : null,
    setup,
  };
}
