import type { Transaction } from '@banyan/service-kit/database';
import type { Kit } from '@banyan/service-kit/kit';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { systemScope } from '@banyan/service-kit/scope';
import { inherited, type OwnValue, type SettingKey, settings, type SettingValue } from './setting.ts';

/** A node and all above it, from the root down. */
export function lineOf(tree: OrganizationTree, organizationId: string): string[] {
  const line: string[] = [];
  for (let node = tree.get(organizationId); node !== undefined; node = tree.get(node.parentId ?? ''))
    line.unshift(node.id);
  return line;
}

export async function ownValues(
  tx: Transaction,
  line: readonly string[],
): Promise<(OwnValue & { readonly key: string })[]> {
  return tx.sql<(OwnValue & { key: string })[]>`
    select organization_id as "organizationId", key, value, version::int as version
    from settings where organization_id = any(${[...line]}::uuid[])`;
}

/** The settings at an organization, inherited or default. What is above the reader's reach counts as well. */
export async function settingsAt(
  kit: Kit,
  organizationId: string,
): Promise<<Key extends SettingKey>(key: Key) => SettingValue<Key>> {
  const line = lineOf(kit.tree(), organizationId);
  const values = await kit.database.read(systemScope('identity.setting.resolve'), (tx) =>
    ownValues(tx, line),
  );
  return <Key extends SettingKey>(key: Key) => {
    const found = inherited(
      line,
      values.filter((value) => value.key === key),
    );
    const parsed = settings[key].schema.safeParse(found?.value);
    return (parsed.success ? parsed.data : settings[key].default) as SettingValue<Key>;
  };
}

export async function settingAt<Key extends SettingKey>(
  kit: Kit,
  organizationId: string,
  key: Key,
): Promise<SettingValue<Key>> {
  return (await settingsAt(kit, organizationId))(key);
}
