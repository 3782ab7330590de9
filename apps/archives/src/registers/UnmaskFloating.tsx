import { ProblemNotice, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { unmaskFloating } from './queries.ts';
import type { Floating } from './register.ts';
import { registerTexts } from './register-texts.ts';

const fields = ['idNumber', 'phone', 'contactPhone'] as const;

/** Numbers in plain, after a reason; gone with the dialog. */
export function UnmaskFloating({ entry, onClose }: { entry: Floating; onClose: () => void }) {
  const t = useText(registerTexts);
  const [form] = Form.useForm<{ reason: string }>();
  const shown = fields.filter((field) => entry[field] !== null);
  const asked = useMutation({
    mutationFn: (reason: string) => unmaskFloating(entry.id, { fields: [...shown], reason }),
  });
  const plain = asked.data;
  return (
    <Modal
      open
      width={440}
      title={t('unmaskTitle')}
      okText={t('confirm')}
      cancelText={t('cancel')}
      okButtonProps={{ style: plain ? { display: 'none' } : {} }}
      confirmLoading={asked.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {plain ? (
        <dl>
          {shown.map((field) => (
            <div key={field}>
              <dt className="by-third">{t(field)}</dt>
              <dd>{plain[field]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <>
          <p className="by-third">{t('unmaskHint')}</p>
          {asked.error && <ProblemNotice error={asked.error} />}
          <Form form={form} layout="vertical" onFinish={({ reason }) => asked.mutate(reason.trim())}>
            <Form.Item
              name="reason"
              label={t('unmaskReason')}
              rules={[{ required: true, whitespace: true, message: t('required') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  );
}
