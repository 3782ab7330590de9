import { ProblemNotice, useText } from '@banyan/ui-kit';
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { fieldTexts } from './field-texts.ts';
import type { SensitiveField } from './member.ts';
import { memberTexts } from './member-texts.ts';
import { unmaskField } from './queries.ts';

const shownForSeconds = 60;

type Props = { memberId: string; field: SensitiveField; masked: string | null; allowed: boolean };

/** A sensitive value: masked until asked for with a reason, then shown for a minute and kept nowhere. */
export function MaskedValue(props: Props) {
  const t = useText(memberTexts);
  const fields = useText(fieldTexts);
  const [asking, setAsking] = useState(false);
  const [plain, setPlain] = useState<string | null>(null);
  const left = useCountdown(plain !== null, () => setPlain(null));
  if (!props.masked) return <span className="by-third">—</span>;
  const label = fields(`field.${props.field}`);
  return (
    <span className="archives-sensitive">
      <span>{plain ?? props.masked}</span>
      {props.allowed && plain === null && (
        <button
          type="button"
          className="by-link-button"
          aria-label={t('unmaskOf', { field: label })}
          onClick={() => setAsking(true)}
        >
          <EyeInvisibleOutlined aria-hidden /> {t('unmask')}
        </button>
      )}
      {plain !== null && (
        <>
          <button type="button" className="by-link-button" onClick={() => setPlain(null)}>
            <EyeOutlined aria-hidden /> {t('hide')}
          </button>
          <span className="by-third" role="status">
            {t('hidesIn', { seconds: left })}
          </span>
        </>
      )}
      {asking && (
        <UnmaskDialog
          {...props}
          label={label}
          onClose={() => setAsking(false)}
          onShown={(value) => {
            setPlain(value);
            setAsking(false);
          }}
        />
      )}
    </span>
  );
}

type DialogProps = Props & { label: string; onClose: () => void; onShown: (value: string) => void };

function UnmaskDialog(props: DialogProps) {
  const t = useText(memberTexts);
  const [form] = Form.useForm<{ reason: string }>();
  const unmask = useMutation({
    mutationFn: ({ reason }: { reason: string }) => unmaskField(props.memberId, props.field, reason),
    onSuccess: (values) => props.onShown(values[props.field] ?? props.masked ?? ''),
  });
  return (
    <Modal
      open
      width={440}
      title={t('unmaskTitle', { field: props.label })}
      onCancel={props.onClose}
      footer={[
        <Button key="cancel" onClick={props.onClose}>
          {t('cancel')}
        </Button>,
        <Button key="ok" type="primary" loading={unmask.isPending} onClick={() => form.submit()}>
          {t('unmaskOk')}
        </Button>,
      ]}
    >
      <p className="by-third">{t('unmaskHint')}</p>
      <Form form={form} layout="vertical" onFinish={(values) => unmask.mutate(values)}>
        <Form.Item
          name="reason"
          label={t('unmaskReason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input placeholder={t('unmaskReasonHint')} maxLength={500} autoFocus autoComplete="off" />
        </Form.Item>
      </Form>
      {unmask.error && <ProblemNotice error={unmask.error} />}
    </Modal>
  );
}

/** Seconds that remain while `running`; calls `onEnd` at zero. */
function useCountdown(running: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(shownForSeconds);
  useEffect(() => {
    if (!running) return;
    const end = Date.now() + shownForSeconds * 1000;
    setLeft(shownForSeconds);
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds <= 0) onEnd();
      else setLeft(seconds);
    }, 1000);
    return () => clearInterval(timer);
    // The end is fixed when the value appears.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [running]);
  return left;
}
