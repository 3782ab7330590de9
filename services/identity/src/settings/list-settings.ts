import type { Transaction } from '@banyan/service-kit/database';
import { notFound } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { type Actor, holds, type Scope, systemScope } from '@banyan/service-kit/scope';
import { accountNames } from '../accounts/account-table.ts';
import { instant } from '../request.ts';
import type { SettingView } from './contract.ts';
import { inherited, type OwnValue, type SettingKey, settings } from './setting.ts';
import { lineOf, ownValues } from './setting-table.ts';

/** Every setting as it holds at a node in scope. */
export async function listSettings(kit: Kit, scope: Scope, organizationId: string): Promise<SettingView[]> {
  if (!holds(scope, kit.tree(), organizationId)) throw notFound();
  const line = lineOf(kit.tree(), organizationId);
  const values = await kit.database.read(systemScope('identity.setting.read'), (tx) => ownValues(tx, line));
  return (Object.keys(settings) as SettingKey[]).map((key) =>
    settingView(kit, scope.actor, { key, line, values: values.filter((value) => value.key === key) }),
  );
}

export interface SettingAtNode {
  readonly key: SettingKey;
  /** From the root to the node. */
  readonly line: readonly string[];
  readonly values: readonly OwnValue[];
}

export function settingView(kit: Kit, actor: Actor, { key, line, values }: SettingAtNode): SettingView {
  const tree = kit.tree();
  const organizationId = line.at(-1) as string;
  const found = inherited(line, values);
  const own = values.find((value) => value.organizationId === organizationId);
  const isOwn = found?.from === organizationId;
  const { default: fallback, rootOnly, permission } = settings[key];
  const update = kit.authorizer.scopeFor(actor, permission);
  const may =
    update !== null && holds(update, tree, organizationId) && (!rootOnly || tree.rootId === organizationId);
  return {
    key,
    value: found === null ? fallback : found.value,
    own: isOwn,
    from: found === null || isOwn ? null : { id: found.from, name: tree.get(found.from)?.name ?? '' },
    version: own?.version ?? 0,
    abilities: may ? ['update'] : [],
  };
}

interface ChangeRow {
  readonly id: string;
  readonly at: string;
  readonly accountId: string | null;
  readonly from: unknown;
  readonly to: unknown;
  readonly version: number;
}

export async function listSettingHistory(kit: Kit, scope: Scope, key: string, organizationId: string) {
  if (!holds(scope, kit.tree(), organizationId)) throw notFound();
  const rows = await kit.database.read(
    scope,
    (tx: Transaction) =>
      tx.sql<ChangeRow[]>`
      select id, at, account_id as "accountId", from_value as "from", to_value as "to", version::int as version
      from setting_changes where organization_id = ${organizationId} and key = ${key}
      order by version desc limit 200`,
  );
  const names = await accountNames(
    kit,
    rows.map((row) => row.accountId),
  );
  return rows.map(({ accountId, at, ...row }) => ({
    ...row,
    at: instant(at),
    actor: accountId === null ? null : { id: accountId, name: names.get(accountId) ?? '' },
  }));
}
