import './sign-in.css';
import { labelOf, nextPath, readOptions, type SignInOptions } from './options.ts';
import { type Refusal, refusalOf, refusalText, unanswered } from './refusal.ts';
import { type LocaleId, texts } from './texts.ts';
import { mustWait, remainingText, waitsUntil } from './wait.ts';
import { warmConsole } from './warm.ts';

const element = <Kind extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as Kind;
const form = element<HTMLFormElement>('form');
const username = element<HTMLInputElement>('username');
const password = element<HTMLInputElement>('password');
const submit = element<HTMLButtonElement>('submit');
const reveal = element<HTMLButtonElement>('reveal');
const problem = element('problem');
const wait = element('wait');

const oneTimePaths = ['/setup', '/invitation'];

let locale: LocaleId = storedLocale();
let options: SignInOptions | null = null;
let refusal: Refusal | null = null;
let refusedName = '';
let busy = false;

function storedLocale(): LocaleId {
  const stored = localStorage.getItem('banyan.locale');
  if (stored === 'zh-CN' || stored === 'en-US') return stored;
  return navigator.languages.some((language) => language.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en-US';
}

function applyTheme(): void {
  const stored = localStorage.getItem('banyan.theme');
  const dark =
    stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

function draw(): void {
  const t = texts[locale];
  document.documentElement.lang = locale;
  document.title = `${t.submit} · 榕`;
  for (const id of ['slogan', 'about'] as const) element(id).textContent = t[id];
  element('enterprise').textContent = options?.enterprise ?? '';
  if (!form.isConnected) return;
  element('title').textContent = t.title;
  element('username-label').textContent = t.username;
  element('password-label').textContent = t.password;
  submit.textContent = busy ? t.busy : t.submit;
  submit.setAttribute('aria-busy', String(busy));
  reveal.ariaLabel = password.type === 'password' ? t.show : t.hide;
  reveal.ariaPressed = String(password.type !== 'password');
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-locale]'))
    button.ariaPressed = String(button.dataset['locale'] === locale);
  const said = refusal ? refusalText(refusal, t, locale) : options?.setup ? t.setup : '';
  problem.hidden = said === '';
  if (problem.textContent !== said) problem.textContent = said;
  drawWait();
  drawDemo();
}

/** Counts down beside the alert, which is read out once and not every second. */
function drawWait(): void {
  const until = refusal ? waitsUntil(refusal) : null;
  const left = until === null ? '' : remainingText(until, Date.now(), texts[locale]);
  wait.textContent = left;
  wait.hidden = left === '';
  submit.disabled = left !== '' && mustWait(refusal!) && username.value.trim() === refusedName;
}

/** Shows what is left of a wait, second by second; when it is over the form is as it was. */
function countDown(refused: Refusal): void {
  const until = waitsUntil(refused);
  if (until === null) return;
  const timer = setInterval(() => {
    if (refusal === refused && Date.now() < until) return drawWait();
    clearInterval(timer);
    if (refusal !== refused) return;
    refusal = null;
    draw();
  }, 1000);
}

function drawDemo(): void {
  const box = element('demo');
  const { demo = false, accounts = [], password: shown = null } = options ?? {};
  box.hidden = !demo;
  if (!demo) return;
  const buttons = document.createElement('div');
  for (const account of accounts) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = labelOf(account, locale);
    button.onclick = () => {
      username.value = account.username;
      password.value = shown ?? '';
      drawWait();
      missing(username, 'username-note', '');
      missing(password, 'password-note', '');
      submit.focus();
    };
    buttons.append(button);
  }
  box.replaceChildren(texts[locale].demo, buttons);
}

function missing(input: HTMLInputElement, note: string, text: string): boolean {
  const element_ = element(note);
  element_.textContent = text;
  element_.hidden = text === '';
  input.ariaInvalid = String(text !== '');
  return text !== '';
}

async function signIn(): Promise<void> {
  const t = texts[locale];
  const noName = missing(username, 'username-note', username.value.trim() ? '' : t.needUsername);
  const noPassword = missing(password, 'password-note', password.value ? '' : t.needPassword);
  if (noName || noPassword) return (noName ? username : password).focus();
  if (busy) return;
  busy = true;
  refusal = null;
  draw();
  try {
    const response = await fetch('/api/identity/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-banyan-client': 'console' },
      body: JSON.stringify({ username: username.value.trim(), password: password.value }),
    });
    if (response.ok) return location.assign(nextPath(location.search));
    refusal = await refusalOf(response);
  } catch {
    refusal = unanswered(0);
  }
  busy = false;
  refusedName = username.value.trim();
  draw();
  countDown(refusal);
  if (refusal.status === 401) password.select();
}

/** A one-time link arrives here itself or, from a browser that is signed out, as the wish to go there. */
async function drawOneTimeLink(): Promise<void> {
  const path = [location.pathname, nextPath(location.search)].find((found) => oneTimePaths.includes(found));
  if (!path) return;
  const { drawOneTimePage } = await import('./one-time.ts');
  drawOneTimePage(path, location.hash.slice(1), locale);
}

applyTheme();
draw();
void drawOneTimeLink();
if (!username.value) username.focus();
form.onsubmit = (event) => {
  event.preventDefault();
  void signIn();
};
username.oninput = drawWait;
reveal.onclick = () => {
  password.type = password.type === 'password' ? 'text' : 'password';
  draw();
};
password.onkeyup = (event) =>
  missing(password, 'password-note', event.getModifierState('CapsLock') ? texts[locale].capsLock : '');
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-locale]'))
  button.onclick = () => {
    locale = button.dataset['locale'] as LocaleId;
    localStorage.setItem('banyan.locale', locale);
    draw();
  };
readOptions()
  .then((read) => {
    options = read;
    draw();
  })
  .catch(() => {
    refusal ??= unanswered(navigator.onLine ? 503 : 0);
    draw();
  });
// After the first paint, so that nothing competes with what is looked at.
requestAnimationFrame(() => setTimeout(() => void warmConsole().catch(() => {}), 0));
