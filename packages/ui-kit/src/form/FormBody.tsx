import { ProForm } from '@ant-design/pro-components';
import { Alert, Button } from 'antd';
import { type KeyboardEvent, useEffect } from 'react';
import { useText } from '../locale.tsx';
import type { Problem } from '../problem.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { kitTexts } from '../texts.ts';
import { FieldControl, type FormField, type FormValues } from './fields.tsx';
import { rulesOf } from './rules.ts';
import type { useRecordForm } from './use-record-form.ts';

type State = ReturnType<typeof useRecordForm<unknown>>;

/** What is filled in. Loaded with the first form. */
export function FormBody({ id, fields, state }: { id: string; fields: FormField[]; state: State }) {
  const t = useText(kitTexts);
  const { form, problem } = state;
  const first = fields[0]?.name;
  useEffect(() => {
    if (first) form.focusField?.(first);
  }, [form, first]);
  return (
    <ProForm<FormValues>
      id={id}
      form={form}
      requiredMark
      submitter={false}
      omitNil={false}
      autoFocusFirstInput={false}
      initialValues={state.initialValues}
      onValuesChange={(_changed, values) => state.typed(values)}
      onFinish={(values) => state.submit(values)}
      onFinishFailed={({ errorFields }) => {
        const first = errorFields[0]?.name;
        if (first) form.scrollToField(first, { focus: true });
      }}
      className="by-form"
      onKeyDown={stayInDate}
      validateTrigger={['onBlur', 'onChange']}
    >
      {state.restored && (
        <Alert
          type="info"
          showIcon
          title={t('draftFound')}
          action={
            <Button size="small" onClick={state.discard}>
              {t('draftDiscard')}
            </Button>
          }
        />
      )}
      {problem && <Refusal problem={problem} fields={fields} />}
      <div className="by-form-fields">
        {fields.map((field) => (
          <FieldItem key={field.name} field={field} locale={state.locale} />
        ))}
      </div>
    </ProForm>
  );
}

/** Enter takes the date that was typed, and does not send the form. */
function stayInDate(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && (event.target as Element).closest('.ant-picker')) event.preventDefault();
}

/** Refusals of fields stand at the fields; above them only how many there are. */
function Refusal({ problem, fields }: { problem: Problem; fields: FormField[] }) {
  const t = useText(kitTexts);
  const named = problem.errors.filter(({ field }) => fields.some(({ name }) => name === field));
  return named.length > 0 ? (
    <Alert type="error" showIcon title={t('fixFields', { count: named.length })} />
  ) : (
    <ProblemNotice error={problem} />
  );
}

function FieldItem(props: { field: FormField; locale: State['locale'] }) {
  const { field, locale } = props;
  return (
    <>
      {field.heading && <h2 className="by-form-heading">{field.heading}</h2>}
      <ProForm.Item
        name={field.name}
        label={field.label}
        rules={rulesOf(field, locale)}
        {...(field.help ? { extra: field.help } : {})}
        className={field.wide ? 'by-field-wide' : ''}
      >
        {field.kind === 'custom' ? field.control : <FieldControl field={field} />}
      </ProForm.Item>
    </>
  );
}
