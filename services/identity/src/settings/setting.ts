import { z } from 'zod';
import { type PasswordPolicyName, passwordPolicies } from '../passwords/password-policy.ts';

/** A setting belongs to a node and holds for all below it that have none of their own. */
interface Definition<Value> {
  readonly schema: z.ZodType<Value>;
  readonly default: Value;
  /** True where the whole enterprise has one value. */
  readonly rootOnly: boolean;
  /** Policies are the security administrator's, the rest the system administrator's. */
  readonly permission: 'identity.setting.update' | 'identity.policy.update';
}

const define = <Value>(definition: Definition<Value>): Definition<Value> => definition;
const policyNames = Object.keys(passwordPolicies) as [PasswordPolicyName, ...PasswordPolicyName[]];

export const settings = {
  'identity.password-policy': define({
    schema: z.enum(policyNames),
    default: 'gbt22239-level3' as PasswordPolicyName,
    rootOnly: true,
    permission: 'identity.policy.update',
  }),
  'identity.session-idle-minutes': define({
    schema: z.number().int().min(5).max(720),
    default: 60,
    rootOnly: false,
    permission: 'identity.policy.update',
  }),
  'identity.session-hours': define({
    schema: z.number().int().min(1).max(24),
    default: 12,
    rootOnly: false,
    permission: 'identity.policy.update',
  }),
  'identity.sessions-per-account': define({
    schema: z.number().int().min(1).max(100),
    default: 10,
    rootOnly: false,
    permission: 'identity.policy.update',
  }),
  'console.locale': define({
    schema: z.enum(['zh-CN', 'en-US']),
    default: 'zh-CN' as 'zh-CN' | 'en-US',
    rootOnly: false,
    permission: 'identity.setting.update',
  }),
  'console.watermark': define({
    schema: z.boolean(),
    default: true,
    rootOnly: false,
    permission: 'identity.setting.update',
  }),
};

export type SettingKey = keyof typeof settings;
export type SettingValue<Key extends SettingKey> = (typeof settings)[Key]['default'];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settings, key);
}

export interface OwnValue {
  readonly organizationId: string;
  readonly value: unknown;
  readonly version: number;
}

/** The value that holds at the last node of a line from the root: the nearest one that is set. */
export function inherited(
  line: readonly string[],
  values: readonly OwnValue[],
): { readonly from: string; readonly value: unknown } | null {
  for (const organizationId of line.toReversed()) {
    const own = values.find((value) => value.organizationId === organizationId);
    if (own !== undefined && own.value !== null) return { from: organizationId, value: own.value };
  }
  return null;
}
