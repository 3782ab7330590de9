import { fieldRefusals, type OneTimeTexts } from './one-time-texts.ts';
import type { LocaleId } from './texts.ts';

export type OneTimeField = { name: string; label: string; secret?: boolean };
export type FieldRefusal = { field: string; code: string; message: string };
export type Sent = { done: string } | { problem: string; errors: FieldRefusal[] };

type Options = {
  title: string;
  hint: string;
  groups: { title: string; fields: OneTimeField[] }[];
  submit: string;
  send: (values: Record<string, string>) => Promise<Sent>;
};

/** A form of a page behind a one-time link, in place of the sign-in form. */
export function drawOneTimeForm(options: Options, texts: OneTimeTexts, locale: LocaleId): void {
  const form = make('form', { noValidate: true, className: 'one-time' });
  const problem = make('div', { className: 'problem', hidden: true });
  problem.setAttribute('role', 'alert');
  form.append(
    make('h1', { textContent: options.title }),
    make('p', { textContent: options.hint, className: 'hint' }),
    problem,
  );
  const inputs = new Map<string, { input: HTMLInputElement; note: HTMLElement }>();
  for (const group of options.groups) {
    const fieldset = make('fieldset', {});
    if (group.title) fieldset.append(make('legend', { textContent: group.title }));
    for (const field of group.fields) fieldset.append(...drawField(field, inputs));
    form.append(fieldset);
  }
  const submit = make('button', { className: 'submit', textContent: options.submit });
  form.append(submit);
  const say = (text: string) => {
    problem.textContent = text;
    problem.hidden = text === '';
  };
  const refuse = (name: string, text: string) => {
    const found = inputs.get(name);
    if (!found) return;
    found.note.textContent = text;
    found.note.hidden = text === '';
    found.input.ariaInvalid = String(text !== '');
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    const empty = [...inputs].filter(([, { input }]) => !input.value.trim());
    for (const [name, { input }] of inputs) refuse(name, input.value.trim() ? '' : texts.required);
    if (empty[0]) return empty[0][1].input.focus();
    submit.disabled = true;
    const sent = await options.send(
      Object.fromEntries([...inputs].map(([name, { input }]) => [name, input.value])),
    );
    submit.disabled = false;
    if ('done' in sent) return finish(form, sent.done, texts);
    say(sent.problem);
    for (const { field, code, message } of sent.errors)
      refuse(field, (locale === 'zh-CN' && fieldRefusals[code]) || message);
  };
  document.querySelector('main')?.replaceChildren(form);
  inputs.values().next().value?.input.focus();
}

function drawField(field: OneTimeField, inputs: Map<string, { input: HTMLInputElement; note: HTMLElement }>) {
  const id = field.name.replaceAll('.', '-');
  const input = make('input', {
    id,
    type: field.secret ? 'password' : 'text',
    autocomplete: field.secret ? 'new-password' : 'off',
    maxLength: 128,
  });
  const note = make('p', { id: `${id}-note`, className: 'note', hidden: true });
  input.setAttribute('aria-describedby', note.id);
  inputs.set(field.name, { input, note });
  return [make('label', { htmlFor: id, textContent: field.label }), input, note];
}

function finish(form: HTMLFormElement, text: string, texts: OneTimeTexts): void {
  const link = make('a', { href: '/sign-in', textContent: texts.toSignIn, className: 'submit' });
  form.replaceChildren(make('h1', { textContent: text }), link);
  link.focus();
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  const element: HTMLElementTagNameMap[Tag] = document.createElement(tag);
  Object.assign(element, properties);
  return element;
}
