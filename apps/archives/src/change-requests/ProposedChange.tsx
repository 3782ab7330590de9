import { FieldChange, ProblemNotice, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { elsewhere } from '../fields/custom-field.ts';
import { type SensitiveField, sensitiveFields } from '../members/member.ts';
import { useRecordWords } from '../members/use-record-words.ts';
import type { ProposedField } from './change-request.ts';
import { changeRequestTexts } from './change-request-texts.ts';
import { unmaskProposal } from './queries.ts';

type Props = { requestId: string; memberId: string; proposed: ProposedField; mayUnmask: boolean };
type Plain = { from: string | null; to: string | null };

/** One field of a request: what it was, what it is to become, and whether somebody changed it meanwhile. */
export function ProposedChange({ requestId, memberId, proposed, mayUnmask }: Props) {
  const t = useText(changeRequestTexts);
  const words = useRecordWords(memberId);
  const [plain, setPlain] = useState<Plain | null>(null);
  const [asking, setAsking] = useState(false);
  const { field, isConflicting } = proposed;
  const read = (value: unknown) =>
    words.value(field, value) ?? <span className="by-third">{t('blank')}</span>;
  const sensitive = (sensitiveFields as readonly string[]).includes(field);
  if (field === elsewhere)
    return (
      <div className="archives-proposed">
        <FieldChange label={words.field(field)} from={null} to={t('elsewhere')} />
      </div>
    );
  return (
    <div className="archives-proposed">
      <FieldChange
        label={words.field(field)}
        from={read(plain ? plain.from : proposed.from)}
        to={read(plain ? plain.to : proposed.to)}
      />
      {sensitive && mayUnmask && (
        <button
          type="button"
          className="by-link-button archives-proposed-unmask"
          onClick={() => (plain ? setPlain(null) : setAsking(true))}
        >
          {t(plain ? 'hide' : 'unmask')}
        </button>
      )}
      {isConflicting && (
        <p className="archives-proposed-conflict" role="note">
          {t('conflicting', { value: words.value(field, proposed.current) ?? t('blank') })}
        </p>
      )}
      {asking && (
        <UnmaskDialog
          requestId={requestId}
          field={field as SensitiveField}
          label={words.field(field)}
          onClose={() => setAsking(false)}
          onShown={(shown) => {
            setPlain(shown);
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

function UnmaskDialog(props: {
  requestId: string;
  field: SensitiveField;
  label: string;
  onClose: () => void;
  onShown: (plain: Plain) => void;
}) {
  const t = useText(changeRequestTexts);
  const [form] = Form.useForm<{ reason: string }>();
  const unmask = useMutation({
    mutationFn: ({ reason }: { reason: string }) => unmaskProposal(props.requestId, props.field, reason),
    onSuccess: (values) => props.onShown(values[props.field] ?? { from: null, to: null }),
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
          <Input maxLength={500} autoFocus autoComplete="off" />
        </Form.Item>
      </Form>
      {unmask.error && <ProblemNotice error={unmask.error} />}
    </Modal>
  );
}
