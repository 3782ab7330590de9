import { ProblemNotice, useText } from '@banyan/ui-kit';
import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { useAnswering } from './use-answering.ts';
import { verificationTexts } from './verification-texts.ts';

/** Why somebody cannot be verified now. */
export function CannotSayDialog(props: {
  name: string;
  answering: ReturnType<typeof useAnswering>;
  onSay: (note: string) => Promise<void>;
  onClose: () => void;
}) {
  const t = useText(verificationTexts);
  const { busy, changed, problem } = props.answering;
  const [form] = Form.useForm<{ note: string }>();
  const [sent, setSent] = useState(false);
  const say = (note: string) => {
    setSent(true);
    void props.onSay(note.trim());
  };
  return (
    <Modal
      open
      width={440}
      title={t('unknownTitle', { name: props.name })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <p className="by-third">{t('unknownHint')}</p>
      {sent && changed && <Alert type="warning" showIcon role="alert" title={t('changed')} />}
      {sent && problem && <ProblemNotice error={problem} />}
      <Form form={form} layout="vertical" onFinish={({ note }) => say(note)}>
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
