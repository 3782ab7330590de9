import { drawOneTimeForm, type FieldRefusal, type OneTimeField, type Sent } from './one-time-form.ts';
import { type OneTimeTexts, oneTimeTexts } from './one-time-texts.ts';
import { refusalOf, refusalText } from './refusal.ts';
import { type LocaleId, texts } from './texts.ts';

const posts = ['system', 'security', 'auditor'] as const;

/** The page of a one-time link: the first start's `/setup`, or an invitation's `/invitation`. */
export function drawOneTimePage(path: string, token: string, locale: LocaleId): void {
  if (path === '/setup') drawSetup(token, locale);
  else drawInvitation(token, locale);
}

function drawSetup(token: string, locale: LocaleId): void {
  const t = oneTimeTexts[locale];
  const field = (name: string, label: string): OneTimeField => ({
    name,
    label,
    secret: name.endsWith('password'),
  });
  const enterprise = (['name', 'shortName', 'code'] as const).map((name) =>
    field(`enterprise.${name}`, t[`enterprise.${name}`]),
  );
  const groups = posts.map((post) => ({
    title: t[post],
    fields: (['username', 'displayName', 'password'] as const).map((name) =>
      field(`${post}.${name}`, t[name]),
    ),
  }));
  drawOneTimeForm(
    {
      title: t.setupTitle,
      hint: t.setupHint,
      groups: [{ title: t.enterprise, fields: enterprise }, ...groups],
      submit: t.setupSubmit,
      send: (values) =>
        send('/api/identity/bootstrap', { token, ...nested(values) }, locale, () => t.setupDone),
    },
    t,
    locale,
  );
}

function drawInvitation(token: string, locale: LocaleId): void {
  const t = oneTimeTexts[locale];
  drawOneTimeForm(
    {
      title: t.invitationTitle,
      hint: t.invitationHint,
      groups: [
        {
          title: '',
          fields: [
            { name: 'password', label: t.password, secret: true },
            { name: 'again', label: t.again, secret: true },
          ],
        },
      ],
      submit: t.invitationSubmit,
      send: async ({ password = '', again }) =>
        password === again
          ? send('/api/identity/invitations', { token, password }, locale, (body) =>
              t.invitationDone.replace('{username}', String((body as { username?: string }).username ?? '')),
            )
          : { problem: t.fix, errors: [{ field: 'again', code: 'differs', message: t.differs }] },
    },
    t,
    locale,
  );
}

async function send(
  path: string,
  body: object,
  locale: LocaleId,
  done: (body: unknown) => string,
): Promise<Sent> {
  const t = oneTimeTexts[locale];
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-banyan-client': 'console' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { done: done(await response.json()) };
    const { errors = [] } = (await response
      .clone()
      .json()
      .catch(() => ({}))) as { errors?: FieldRefusal[] };
    const refusal = await refusalOf(response);
    return {
      problem: problemOf(refusal.status, errors, t) ?? refusalText(refusal, texts[locale], locale),
      errors,
    };
  } catch {
    return { problem: texts[locale].network, errors: [] };
  }
}

function problemOf(status: number, errors: FieldRefusal[], t: OneTimeTexts): string | null {
  if (errors.some(({ field }) => field === 'token')) return t.unusable;
  if (status === 409) return t.done;
  return errors.length > 0 ? t.fix : null;
}

/** `{ 'system.username': 'a' }` → `{ system: { username: 'a' } }` */
function nested(values: Record<string, string>): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [group = '', field = ''] = name.split('.');
    found[group] = { ...found[group], [field]: value };
  }
  return found;
}
