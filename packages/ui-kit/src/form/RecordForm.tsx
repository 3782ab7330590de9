import { Alert, App, Button, Drawer, Form, Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useText } from '../locale.tsx';
import { PageHeader } from '../PageHeader.tsx';
import type { Problem } from '../problem.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { kitTexts } from '../texts.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { FieldControl, type FormField, type FormValues } from './fields.tsx';
import { rulesOf } from './rules.ts';
import { type RecordFormOptions, useRecordForm } from './use-record-form.ts';

type Props<Result> = RecordFormOptions<Result> & {
  title: string;
  /** In a drawer over the page, or as a page of its own. */
  place: 'drawer' | 'page';
  submitText?: string;
  onClose: () => void;
};

/** The form pattern: checked in the field, kept through reloads and refusals, asks before it is left. */
export function RecordForm<Result>(props: Props<Result>) {
  const t = useText(kitTexts);
  const state = useRecordForm(props);
  const close = useClose(state, props.onClose);
  const buttons = (
    <div className="by-form-buttons">
      <Button onClick={close}>{t('cancel')}</Button>
      <Button type="primary" loading={state.busy} onClick={() => state.form.submit()}>
        {props.submitText ?? t('submit')}
      </Button>
    </div>
  );
  const body = (
    <>
      <FormBody {...props} state={state} />
      {state.conflict && (
        <ConflictDialog rows={state.conflict.rows} onApply={state.resolve} onCancel={state.giveUpConflict} />
      )}
      <LeaveQuestion dirty={state.dirty} discard={state.discard} />
    </>
  );
  if (props.place === 'page')
    return (
      <>
        <PageHeader title={props.title} actions={buttons} />
        <section className="by-card by-form-page">{body}</section>
      </>
    );
  return (
    <Drawer open title={props.title} size={640} onClose={close} footer={buttons} maskClosable={!state.dirty}>
      {body}
    </Drawer>
  );
}

/** Closing with changes asks first. */
function useClose(state: { dirty: boolean; discard: () => void }, onClose: () => void): () => void {
  const t = useText(kitTexts);
  const { modal } = App.useApp();
  return () => {
    if (!state.dirty) return onClose();
    void modal.confirm({
      title: t('unsaved'),
      content: t('leaveAsk'),
      okText: t('leave'),
      cancelText: t('stay'),
      onOk: () => {
        state.discard();
        onClose();
      },
    });
  };
}

/** Going to another page with changes asks first. */
function LeaveQuestion(props: { dirty: boolean; discard: () => void }) {
  const t = useText(kitTexts);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => props.dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  if (blocker.state !== 'blocked') return null;
  const leave = () => {
    props.discard();
    blocker.proceed();
  };
  return (
    <Modal
      open
      title={t('unsaved')}
      okText={t('leave')}
      cancelText={t('stay')}
      onOk={leave}
      onCancel={() => blocker.reset()}
    >
      {t('leaveAsk')}
    </Modal>
  );
}

type BodyProps<Result> = Props<Result> & { state: ReturnType<typeof useRecordForm<Result>> };

function FormBody<Result>({ fields, state }: BodyProps<Result>) {
  const t = useText(kitTexts);
  const { form, problem } = state;
  const first = fields[0]?.name;
  useEffect(() => {
    if (first) form.focusField?.(first);
  }, [form, first]);
  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      requiredMark
      initialValues={state.initialValues}
      onValuesChange={(_changed, values) => state.typed(values)}
      onFinish={(values) => void state.submit(values)}
      onFinishFailed={({ errorFields }) => {
        const first = errorFields[0]?.name;
        if (first) form.scrollToField(first, { focus: true });
      }}
      className="by-form"
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
      <button type="submit" hidden />
    </Form>
  );
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

function FieldItem(props: { field: FormField; locale: ReturnType<typeof useRecordForm>['locale'] }) {
  const { field, locale } = props;
  return (
    <>
      {field.heading && <h2 className="by-form-heading">{field.heading}</h2>}
      <Form.Item
        name={field.name}
        label={field.label}
        rules={rulesOf(field, locale)}
        {...(field.help ? { extra: field.help } : {})}
        className={field.wide ? 'by-field-wide' : ''}
      >
        {field.kind === 'custom' ? field.control : <FieldControl field={field} />}
      </Form.Item>
    </>
  );
}
