import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { type FormValues, Problem, problemOf, RecordForm, useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useMemo, useRef } from 'react';
import { useMemberWords } from '../members/use-member-words.ts';
import { keyFor } from '../request-key.ts';
import { floatingFields } from './floating-fields.tsx';
import { correctFloating, registerInflow, registerOutflow, useRegisterSaved } from './queries.ts';
import type { Floating } from './register.ts';
import { floatingTexts } from './floating-texts.ts';

type Direction = 'out' | 'in';
const secrets = ['idNumber', 'phone', 'contactPhone'];

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value);

/** Registers somebody as away, or somebody of elsewhere as with us. */
export function FloatingForm(props: { direction: Direction; memberId: string | null; onClose: () => void }) {
  const { direction, memberId } = props;
  const t = useText(floatingTexts);
  const words = useMemberWords();
  const { message } = App.useApp();
  const saved = useRegisterSaved();
  const keys = useRef({ body: '', key: '' });
  const fields = useMemo(() => floatingFields(direction, { t, words, known: false }), [direction, t, words]);
  const initial: FormValues = {
    ...Object.fromEntries(fields.map(({ name }) => [name, null])),
    ...(direction === 'out' ? { people: memberId, abroad: false } : {}),
  };
  return (
    <RecordForm<Floating>
      place="drawer"
      title={t(direction === 'out' ? 'outflowFormTitle' : 'inflowFormTitle')}
      draftKey={`archives.register.${direction}.${memberId ?? 'new'}`}
      fields={fields}
      initial={initial}
      version={null}
      onSubmit={(values) => {
        const { people, ...rest } = values;
        const body = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, blank(value)]));
        if (direction === 'in')
          return registerInflow(body as ArchivesSchemas['NewInflow'], keyFor(keys.current, body));
        const outflow = { ...body, memberId: people } as ArchivesSchemas['NewOutflow'];
        return registerOutflow(outflow, keyFor(keys.current, outflow)).catch(onPeople);
      }}
      onDone={(entry) => {
        saved({ entry });
        void message.success(t('registered', { name: entry.name }));
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
}

/** The contract calls the person `memberId`; the form has the choice of people. */
function onPeople(error: unknown): never {
  const problem = problemOf(error);
  throw new Problem(problem.status, {
    code: problem.code,
    title: problem.message,
    errors: problem.errors.map((one) => (one.field === 'memberId' ? { ...one, field: 'people' } : one)),
  });
}

/** Corrects an open entry; numbers stay where nothing is typed. */
export function CorrectFloating({ entry, onClose }: { entry: Floating; onClose: () => void }) {
  const t = useText(floatingTexts);
  const words = useMemberWords();
  const { message } = App.useApp();
  const saved = useRegisterSaved();
  const direction: Direction = entry.memberId === null ? 'in' : 'out';
  const fields = useMemo(() => floatingFields(direction, { t, words, known: true }), [direction, t, words]);
  const valuesOf = (record: Record<string, unknown>): FormValues =>
    Object.fromEntries(
      fields.map(({ name }) => [name, secrets.includes(name) ? null : (record[name] ?? null)]),
    ) as FormValues;
  return (
    <RecordForm<Floating>
      place="drawer"
      title={t('correctTitle', { name: entry.name })}
      draftKey={`archives.register.${entry.id}`}
      fields={fields}
      initial={valuesOf(entry)}
      version={entry.version}
      valuesOf={valuesOf}
      onSubmit={async (_values, { changes, version }) => {
        const body = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, blank(value)]));
        if (Object.keys(body).length === 0) return entry;
        return correctFloating(entry.id, version ?? entry.version, body);
      }}
      onDone={(next) => {
        saved({ entry: next });
        void message.success(t('saved'));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
