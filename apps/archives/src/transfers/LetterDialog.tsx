import { consoleFetch, ProblemNotice, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Modal } from 'antd';
import type { Transfer } from './transfer.ts';
import { transferActTexts } from './act-texts.ts';

type Format = 'docx' | 'pdf';
type Values = { plain?: boolean; reason?: string };

/** The printable letter. The number in plain is asked for with a reason, which the audit trail keeps. */
export function LetterDialog({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const t = useText(transferActTexts);
  const [form] = Form.useForm<Values>();
  const download = useMutation({
    mutationFn: async (format: Format) => {
      const { plain, reason } = await form.validateFields();
      await downloadLetter(transfer, format, plain ? (reason ?? '') : null);
    },
  });
  const isRefused = download.error instanceof Error;
  return (
    <Modal
      open
      width={440}
      title={t('printTitle', { number: transfer.letter?.number ?? '' })}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('close')}
        </Button>,
        ...(['docx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            type={format === 'pdf' ? 'primary' : 'default'}
            loading={download.isPending && download.variables === format}
            onClick={() => download.mutate(format)}
          >
            {t(format === 'docx' ? 'printDocx' : 'printPdf')}
          </Button>
        )),
      ]}
    >
      <p className="by-third">{t('printHint')}</p>
      {isRefused && <ProblemNotice error={download.error} />}
      <Form<Values> form={form} layout="vertical" onFinish={() => download.mutate('pdf')}>
        {transfer.abilities.includes('print-plain') && (
          <Form.Item name="plain" valuePropName="checked">
            <Checkbox>{t('printPlain')}</Checkbox>
          </Form.Item>
        )}
        <Form.Item noStyle dependencies={['plain']}>
          {({ getFieldValue }) =>
            getFieldValue('plain') && (
              <Form.Item
                name="reason"
                label={t('printReason')}
                rules={[{ required: true, whitespace: true, message: t('required') }]}
              >
                <Input autoFocus autoComplete="off" placeholder={t('printReasonHint')} maxLength={200} />
              </Form.Item>
            )
          }
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Fetched, so that a refusal is read here, and handed to the browser under the name of the person. */
export async function downloadLetter(
  transfer: Transfer,
  format: Format,
  reason: string | null,
): Promise<void> {
  const query = reason === null ? '' : `?${new URLSearchParams({ idNumber: 'plain', reason })}`;
  const address = `${location.origin}/api/archives/transfers/${transfer.id}/letter.${format}${query}`;
  const file = await (await consoleFetch(address)).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${transfer.letter?.number ?? ''} ${transfer.person.name}.${format}`.trim();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
