import { FieldControl, fieldErrorText, problemOf, ProblemNotice, useLocale, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { type ComponentProps, type ReactNode, useState } from 'react';
import type { Member } from './member.ts';
import { memberTexts } from './member-texts.ts';
import { useMemberSaved } from './queries.ts';

type Props<Values> = {
  member: Member;
  title: string;
  hint?: string;
  /** What the button says, where the title does not say it already. */
  submitText?: string;
  initial: Partial<Values>;
  send: (member: Member, values: Values) => Promise<Member>;
  onDone: (member: Member) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A step of a record: asked for once, confirmed once. If somebody was quicker, the latest is shown first. */
export function StepDialog<Values extends object>(props: Props<Values>) {
  const t = useText(memberTexts);
  const [form] = Form.useForm<Values>();
  const [stale, setStale] = useState(false);
  const locale = useLocale();
  const saved = useMemberSaved();
  const step = useMutation({
    mutationFn: (values: Values) => props.send(props.member, values),
    onSuccess: (member) => {
      saved(member);
      props.onDone(member);
      props.onClose();
    },
    onError: (error) => {
      const problem = problemOf(error);
      if (problem.status === 412 && problem.current) saved(problem.current as unknown as Member);
      setStale(problem.status === 412);
      form.setFields(
        problem.errors.map(({ field, code, message }) => ({
          // The service names the date by what it means; here it is the one date of the step.
          name: (field.endsWith('On') ? 'on' : field) as never,
          errors: [fieldErrorText(code, message, locale)],
        })),
      );
    },
  });
  return (
    <Modal
      open
      width={480}
      title={props.title}
      okText={props.submitText ?? t('confirm')}
      cancelText={t('cancel')}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      {props.hint && <p className="archives-sentence">{props.hint}</p>}
      {stale && <Alert type="warning" showIcon title={t('staleStep')} role="alert" />}
      {step.error && !stale && <ProblemNotice error={step.error} />}
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

type ControlProps = Omit<ComponentProps<typeof FieldControl>, 'field'>;

export function DayInput(props: ControlProps) {
  return <FieldControl {...props} field={{ name: 'on', label: '', kind: 'date' }} />;
}

export function ReasonInput(props: { required?: boolean }) {
  const t = useText(memberTexts);
  return (
    <Form.Item
      name="reason"
      label={t('reason')}
      rules={props.required ? [{ required: true, whitespace: true, message: t('required') }] : []}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
    </Form.Item>
  );
}
