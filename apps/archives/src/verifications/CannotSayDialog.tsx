import { useText } from '@banyan/ui-kit';
import { Form, Input, Modal } from 'antd';
import { verificationTexts } from './verification-texts.ts';

/** Why somebody cannot be verified now. */
export function CannotSayDialog(props: {
  name: string;
  busy: boolean;
  onSay: (note: string) => Promise<void>;
  onClose: () => void;
}) {
  const t = useText(verificationTexts);
  const [form] = Form.useForm<{ note: string }>();
  return (
    <Modal
      open
      width={440}
      title={t('unknownTitle', { name: props.name })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={props.busy}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <p className="by-third">{t('unknownHint')}</p>
      <Form form={form} layout="vertical" onFinish={({ note }) => void props.onSay(note.trim())}>
        <Form.Item
          name="note"
          label={t('unknownNote')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={500} autoFocus autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
