import { AppError, invalid, notFound } from '@banyan/service-kit/error';
import { fieldErrors } from '@banyan/service-kit/http-app';
import type { Kit } from '@banyan/service-kit/kit';
import { holds, type Scope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { SettingView } from './contract.ts';
import { listSettings } from './list-settings.ts';
import { type SettingKey, settings } from './setting.ts';

export interface SettingChange {
  readonly key: SettingKey;
  readonly organizationId: string;
  /** null takes the value back, so that the node inherits again. */
  readonly value: unknown;
  readonly version: number;
}

/** Sets a value at a node, if the value there still is the one that the caller has read. */
export async function changeSetting(kit: Kit, scope: Scope, change: SettingChange): Promise<SettingView> {
  const { key, organizationId, version } = change;
  if (!holds(scope, kit.tree(), organizationId)) throw notFound();
  const value = judged(kit, change);
  const view = async (): Promise<SettingView> => {
    const all = await listSettings(kit, scope, organizationId);
    return all.find((setting) => setting.key === key) as SettingView;
  };
  const stored = await kit.database.write(scope, async (tx) => {
    await tx.sql`select pg_advisory_xact_lock(hashtext(${`setting:${organizationId}:${key}`}))`;
    const [own] = await tx.sql<{ value: unknown; version: number }[]>`
      select value, version::int as version from settings where organization_id = ${organizationId} and key = ${key}`;
    if ((own?.version ?? 0) !== version) return false;
    const next = version + 1;
    const toValue = value === null ? null : JSON.stringify(value);
    const fromValue = own?.value === undefined || own.value === null ? null : JSON.stringify(own.value);
    await tx.sql`
      insert into settings (organization_id, key, value, version) values (${organizationId}, ${key}, ${toValue}::jsonb, ${next})
      on conflict (organization_id, key) do update set value = excluded.value, version = excluded.version`;
    await tx.sql`
      insert into setting_changes (id, organization_id, key, account_id, from_value, to_value, version)
      values (${uuidv7()}, ${organizationId}, ${key}, ${scope.actor.accountId}, ${fromValue}::jsonb, ${toValue}::jsonb, ${next})`;
    tx.audit({
      action: settings[key].permission,
      entity: 'setting',
      subjectId: null,
      organizationId,
      fields: [key],
      version: next,
    });
    return true;
  });
  if (stored) return view();
  throw new AppError('stale', 'record.stale', 'Somebody changed this setting in the meantime.', {
    detail: 'Look at its value, then send your change for the current version.',
    extensions: { current: await view(), changed: ['value'] },
  });
}

function judged(kit: Kit, { key, organizationId, value }: SettingChange): unknown {
  const { rootOnly, schema } = settings[key];
  if (rootOnly && kit.tree().rootId !== organizationId)
    throw new AppError(
      'invalid',
      'identity.setting-root-only',
      'This setting holds for the whole enterprise.',
      {
        detail: 'Change it at the root.',
      },
    );
  if (value === null) return null;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error.issues).map((error) => ({ ...error, field: 'value' }));
  throw invalid('request.invalid', 'The request has values that cannot be used.', errors);
}
