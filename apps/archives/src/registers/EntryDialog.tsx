import { FieldControl, fieldErrorText, problemOf, ProblemNotice, useLocale, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Select, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { registerTexts } from './register-texts.ts';

type Props<Values, Result> = {
  title: string;
  hint?: string;
  initial: Partial<Values>;
  danger?: boolean;
  send: (values: Values) => Promise<Result>;
  onDone: (result: Result) => void;
  /** Called where somebody was quicker, so that the latest is read. */
  onStale?: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A small act on an entry: what it does, what it asks for; a refusal keeps what was typed. */
export function EntryDialog<Values extends object, Result>(props: Props<Values, Result>) {
  const t = useText(registerTexts);
  const locale = useLocale();
  const [form] = Form.useForm<Values>();
  const step = useMutation({
    mutationFn: props.send,
    onSuccess: (result) => {
      props.onDone(result);
      props.onClose();
    },
    onError: (error) => {
      const problem = problemOf(error);
      if ([404, 409, 412].includes(problem.status)) props.onStale?.();
      form.setFields(
        problem.errors.map(({ field, code, message }) => ({
          name: field as never,
          errors: [fieldErrorText(code, message, locale)],
        })),
      );
    },
  });
  const isStale = step.error !== null && problemOf(step.error).status === 412;
  return (
    <Modal
      open
      width={480}
      title={props.title}
      okText={t('confirm')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: props.danger ?? false }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      {props.hint && <p className="archives-sentence">{props.hint}</p>}
      {isStale && <Alert type="warning" showIcon title={t('stale')} role="alert" />}
      {step.error && !isStale && <ProblemNotice error={step.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        className="archives-step"
        initialValues={props.initial}
        onFinish={(values) => step.mutate(values)}
      >
        {props.children}
      </Form>
    </Modal>
  );
}

/** While what the act is about is read, or when it cannot be. */
export function WaitingDialog(props: { error: unknown; retry: () => void; onClose: () => void }) {
  return (
    <Modal open width={480} footer={null} onCancel={props.onClose}>
      {props.error ? (
        <ProblemNotice error={props.error as Error} onRetry={props.retry} />
      ) : (
        <Skeleton active paragraph={{ rows: 3 }} />
      )}
    </Modal>
  );
}

export function DayItem(props: { label: string }) {
  const t = useText(registerTexts);
  return (
    <Form.Item name="on" label={props.label} rules={[{ required: true, message: t('required') }]}>
      <FieldControl field={{ name: 'on', label: props.label, kind: 'date' }} />
    </Form.Item>
  );
}

export function ChoiceItem(props: {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}) {
  const t = useText(registerTexts);
  return (
    <Form.Item name={props.name} label={props.label} rules={[{ required: true, message: t('required') }]}>
      <Select options={props.options} />
    </Form.Item>
  );
}

export function NoteItem() {
  const t = useText(registerTexts);
  return (
    <Form.Item name="note" label={t('note')}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
    </Form.Item>
  );
}
