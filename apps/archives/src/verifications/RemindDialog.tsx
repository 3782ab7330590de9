import { ProblemNotice, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { remindBranches, useReminded } from './queries.ts';
import { verificationTexts } from './verification-texts.ts';

/** Reminds whoever has not finished at a node and below. */
export function RemindDialog(props: {
  roundId: string;
  organization: { id: string; name: string };
  onClose: () => void;
}) {
  const t = useText(verificationTexts);
  const { message } = App.useApp();
  const reminded = useReminded(props.roundId);
  const [form] = Form.useForm<{ note?: string }>();
  const remind = useMutation({
    mutationFn: ({ note }: { note?: string }) =>
      remindBranches(props.roundId, { organizationId: props.organization.id, note: note?.trim() || null }),
    onSuccess: ({ branches }) => {
      reminded();
      void message.success(t('reminded', { count: branches }));
      props.onClose();
    },
  });
  return (
    <Modal
      open
      width={480}
      title={t('remindTitle')}
      okText={t('remindOk')}
      cancelText={t('cancel')}
      confirmLoading={remind.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <p className="by-third">{t('remindHint', { name: props.organization.name })}</p>
      {remind.error && <ProblemNotice error={remind.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => remind.mutate(values)}>
        <Form.Item name="note" label={t('remindNote')}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
