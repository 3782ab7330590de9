import { notFound } from '@banyan/service-kit/error';
import {
  type AppContext,
  authorize,
  createRouter,
  ifMatch,
  mountOperation,
  parseQuery,
  type ServiceApp,
} from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { bodyOf } from '../request.ts';
import { changeSetting } from './change-setting.ts';
import * as contract from './contract.ts';
import { listSettingHistory, listSettings } from './list-settings.ts';
import { isSettingKey, type SettingKey, settings } from './setting.ts';

function keyOf(c: AppContext): SettingKey {
  const key = c.req.param('key') ?? '';
  if (!isSettingKey(key)) throw notFound();
  return key;
}

export function settingRoutes({ kit }: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, contract.listSettingsRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.setting.read');
    const { organizationId } = parseQuery(c, contract.listSettingsRoute.request.query);
    return c.json({ items: await listSettings(kit, scope, organizationId) });
  });
  mountOperation(router, contract.listSettingHistoryRoute, async (c) => {
    const scope = await authorize(kit, c, 'identity.setting.read');
    const key = keyOf(c);
    const { organizationId } = parseQuery(c, contract.listSettingHistoryRoute.request.query);
    return c.json({ items: await listSettingHistory(kit, scope, key, organizationId) });
  });
  mountOperation(router, contract.changeSettingRoute, async (c) => {
    const key = keyOf(c);
    const scope = await authorize(kit, c, settings[key].permission);
    const version = ifMatch(c);
    const { organizationId, value } = await bodyOf(c, contract.changeSettingRoute);
    return c.json(await changeSetting(kit, scope, { key, organizationId, value: value ?? null, version }));
  });
  return router;
}
