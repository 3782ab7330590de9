import { FieldControl, fieldErrorText, problemOf, ProblemNotice, useLocale, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useRef } from 'react';
import { civilDate } from '../members/member.ts';
import { type ActBody, takeAct, useTransferSaved } from './queries.ts';
import { keyFor, newKey } from '../request-key.ts';
import { type Act, defaultValidDays, endingActs, maxValidDays, type Transfer } from './transfer.ts';
import { effectText, entitledText } from './transfer-sentences.ts';
import { transferActTexts } from './act-texts.ts';

type Values = { note?: string; validDays?: string; receivedOn?: string };

/** One act: what it will do, what may be said with it, and where somebody was quicker, how it stands now. */
export function ActDialog(props: { transfer: Transfer; act: Act; onClose: () => void }) {
  const { transfer, act } = props;
  const t = useText(transferActTexts);
  const locale = useLocale();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const saved = useTransferSaved();
  // The dialog is about the transfer as it was opened; what it is by now stands in the refusal.
  const seen = useRef(transfer).current;
  const key = useRef({ body: '', key: newKey() }).current;
  const step = useMutation({
    mutationFn: (values: Values) => {
      const body = bodyOf(seen, act, values);
      return takeAct(seen.id, act, body, keyFor(key, body));
    },
    onSuccess: (next) => {
      saved({ transfer: next });
      void message.success(t('done', { name: next.person.name, state: t(`state.${next.state}`) }));
      props.onClose();
    },
    onError: (error) => {
      const problem = problemOf(error);
      if (problem.status === 404 || problem.status === 409) saved();
      form.setFields(
        problem.errors.map(({ field, code, message: text }) => ({
          name: field as keyof Values,
          errors: [fieldErrorText(code, text, locale)],
        })),
      );
    },
  });
  const ends = endingActs.includes(act);
  return (
    <Modal
      open
      width={480}
      title={`${t(`act.${act}`)}：${seen.person.name}`.replace('：', locale === 'zh-CN' ? '：' : ': ')}
      okText={t('confirm', { act: t(`act.${act}`) })}
      cancelText={t('cancel')}
      okButtonProps={{ danger: ends, disabled: isOver(step.error) }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <p className="archives-sentence">{effectText(t, seen, act)}</p>
      {step.error && <Refusal error={step.error} act={act} seen={seen} now={transfer} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          validDays: String(seen.validDays || defaultValidDays),
          receivedOn: civilDate(new Date()),
        }}
        onFinish={(values) => step.mutate(values)}
      >
        <ActFields transfer={seen} act={act} />
      </Form>
    </Modal>
  );
}

/** What each act may say besides: its note, days of the letter, the day of the receipt. */
export function ActFields({ transfer, act }: { transfer: Pick<Transfer, 'kind'> | null; act: Act }) {
  const t = useText(transferActTexts);
  const issues = act === 'approve' || act === 'resume';
  return (
    <>
      {issues && (
        <Form.Item
          name="validDays"
          label={t('validDays')}
          extra={t('validDaysHint')}
          rules={[{ pattern: daysPattern, message: t('daysBad') }]}
        >
          <Input autoFocus inputMode="numeric" style={{ width: 120 }} />
        </Form.Item>
      )}
      {act === 'receipt' && transfer?.kind === 'out' && (
        <Form.Item
          name="receivedOn"
          label={t('receiptOn')}
          rules={[{ required: true, message: t('required') }]}
        >
          <FieldControl field={{ name: 'receivedOn', label: t('receiptOn'), kind: 'date' }} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoFocus={!issues} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </>
  );
}

/** 1 to 90. */
export const daysPattern = new RegExp(`^([1-9]|[1-8]\\d|${maxValidDays})$`);

export function bodyOf({ kind }: Pick<Transfer, 'kind'>, act: Act, values: Values): ActBody {
  const note = values.note?.trim() || null;
  if (act === 'approve' || act === 'resume')
    return { note, ...(values.validDays ? { validDays: Number(values.validDays) } : {}) };
  if (act === 'receipt' && kind === 'out' && values.receivedOn)
    return { note, receivedOn: values.receivedOn };
  return { note };
}

function isOver(error: unknown): boolean {
  const status = error ? problemOf(error).status : 0;
  return status === 404 || status === 409;
}

type RefusalProps = { error: unknown; act: Act; seen: Transfer; now: Transfer };

function Refusal({ error, act, seen, now }: RefusalProps) {
  const t = useText(transferActTexts);
  const problem = problemOf(error);
  if (problem.status === 404) return <Alert type="warning" showIcon role="alert" title={t('gone')} />;
  if (problem.status === 403)
    return <Alert type="warning" showIcon role="alert" title={entitledText(t, seen, act)} />;
  if (problem.code === 'archives.transfer-state') {
    const state = t(`state.${now.state}`);
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('changed')}
        description={t('changedNow', { state, act: t(`act.${act}`) })}
      />
    );
  }
  return <ProblemNotice error={error} />;
}
