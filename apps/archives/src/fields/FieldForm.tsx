import { limits } from '@banyan/api-client/archives-limits';
import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { type FormValues, Problem, RecordForm, useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { keyFor, newKey } from '../request-key.ts';
import { onWholeFields } from '../members/member-values.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { type CustomField, type FieldKind, isList } from './custom-field.ts';
import { blankDefinition, definitionBody, definitionFields, definitionValues } from './field-form.tsx';
import { fieldTexts } from './field-texts.ts';
import type { OptionRow } from './OptionsControl.tsx';
import { correctField, createField } from './queries.ts';

type Props = {
  /** The field to change, or the organization that gets a new one. */
  field?: CustomField;
  place: { id: string; name: string };
  onSaved: () => void;
  onClose: () => void;
};

/** Makes a field or changes what it says, in a drawer. */
export function FieldForm({ field, place, onSaved, onClose }: Props) {
  const t = useText(fieldTexts);
  const words = useMemberWords();
  const { message } = App.useApp();
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? 'text');
  const last = useRef({ body: '', key: '' });
  const [anyKey] = useState(() => `field-${newKey().slice(0, 6)}`);
  const fields = useMemo(
    () =>
      definitionFields({
        t,
        kind,
        limits: limits['POST /api/archives/fields'],
        anyKey,
        stageWord: (stage) => words.value('stage', stage) ?? stage,
        ...(field ? { field } : {}),
      }),
    [t, kind, words, field, anyKey],
  );
  const follow = useCallback(
    (values: FormValues) => setKind((before) => (values['kind'] as FieldKind | undefined) ?? before),
    [],
  );
  return (
    <RecordForm<CustomField>
      place="drawer"
      title={field ? t('correctTitle', { name: field.labelZh }) : t('addTitle', { name: place.name })}
      draftKey={field ? `archives.field.${field.id}` : `archives.field.new.${place.id}`}
      fields={fields}
      initial={field ? definitionValues(field) : { ...blankDefinition, key: anyKey }}
      version={field?.version ?? null}
      valuesOf={definitionValues}
      onValues={follow}
      onSubmit={async (values, { changes, version }) => {
        if (isList(kind)) refuseIncompleteOptions(values, t('optionsIncomplete'), t('optionsNeeded'));
        const body = definitionBody(changes);
        try {
          if (field) return await correctField(field.id, version ?? field.version, body);
          const made = { ...body, key: values['key'], kind, organizationId: place.id };
          return await createField(made as ArchivesSchemas['NewField'], keyFor(last.current, made));
        } catch (error) {
          throw onWholeFields(error);
        }
      }}
      onDone={(saved) => {
        onSaved();
        void message.success(t(field ? 'corrected' : 'created', { name: saved.labelZh }));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Said here, where the row can be seen: the service would only name its number. */
function refuseIncompleteOptions(values: FormValues, incomplete: string, needed: string): void {
  const rows = (values['options'] ?? []) as unknown as OptionRow[];
  const refuse = (message: string): never => {
    throw new Problem(400, {
      code: 'console.status-422',
      errors: [{ field: 'options', code: 'options-incomplete', message }],
    });
  };
  if (rows.every(({ retired }) => retired)) refuse(needed);
  if (rows.some(({ labelZh }) => labelZh.trim() === '')) refuse(incomplete);
}
