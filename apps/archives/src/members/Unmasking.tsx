import { ProblemNotice, useText } from '@banyan/ui-kit';
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import '../archives.css';
import { memberTexts } from './member-texts.ts';

const shownForSeconds = 60;

type Props<Plain> = {
  /** What is masked, such as "ID number". */
  label: string;
  allowed: boolean;
  ask: (reason: string) => Promise<Plain>;
  /** Draws it: masked while there is nothing plain. */
  children: (plain: Plain | null) => ReactNode;
};

/** What is masked until asked for with a reason, then shown for a minute and kept nowhere. */
export function Unmasking<Plain>({ label, allowed, ask, children }: Props<Plain>) {
  const t = useText(memberTexts);
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<{ plain: Plain } | null>(null);
  const left = useCountdown(shown !== null, () => setShown(null));
  return (
    <span className="archives-sensitive">
      {children(shown === null ? null : shown.plain)}
      {allowed && shown === null && (
        <button
          type="button"
          className="by-link-button"
          aria-label={t('unmaskOf', { field: label })}
          onClick={() => setAsking(true)}
        >
          <EyeInvisibleOutlined aria-hidden /> {t('unmask')}
        </button>
      )}
      {shown !== null && (
        <>
          <button type="button" className="by-link-button" onClick={() => setShown(null)}>
            <EyeOutlined aria-hidden /> {t('hide')}
          </button>
          <span className="by-third" role="status">
            {t('hidesIn', { seconds: left })}
          </span>
        </>
      )}
      {asking && (
        <ReasonDialog
          label={label}
          ask={ask}
          onClose={() => setAsking(false)}
          onShown={(plain) => {
            setShown({ plain });
            setAsking(false);
          }}
        />
      )}
    </span>
  );
}

function ReasonDialog<Plain>(props: {
  label: string;
  ask: (reason: string) => Promise<Plain>;
  onClose: () => void;
  onShown: (plain: Plain) => void;
}) {
  const t = useText(memberTexts);
  const [form] = Form.useForm<{ reason: string }>();
  const unmask = useMutation({
    mutationFn: ({ reason }: { reason: string }) => props.ask(reason.trim()),
    onSuccess: props.onShown,
  });
  return (
    <Modal
      open
      width={440}
      title={t('unmaskTitle', { field: props.label })}
      onCancel={props.onClose}
      mask={{ closable: false }}
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
