import { ownPath } from '@banyan/ui-kit/own-path';
import { demoNames, type LocaleId } from './texts.ts';

export type SignInOptions = {
  demo: boolean;
  enterprise: string | null;
  accounts: { username: string; label: string | Record<LocaleId, string> }[];
  password: string | null;
  setup: boolean;
};

export async function readOptions(): Promise<SignInOptions> {
  const response = await fetch('/api/identity/sign-in-options');
  if (!response.ok) throw new Error(`sign-in options: ${response.status}`);
  return (await response.json()) as SignInOptions;
}

export function labelOf(account: SignInOptions['accounts'][number], locale: LocaleId): string {
  const { label, username } = account;
  if (typeof label !== 'string') return label[locale];
  return locale === 'en-US' ? (demoNames[username] ?? username) : label;
}

/** Back to where somebody wanted to go, never to another site. */
export function nextPath(search: string, origin = location.origin): string {
  return ownPath(new URLSearchParams(search).get('next') ?? '/', origin) ?? '/';
}
