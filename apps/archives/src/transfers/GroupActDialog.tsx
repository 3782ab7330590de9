import { ProblemNotice, problemOf, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useRef } from 'react';
import { ActFields, bodyOf } from './ActDialog.tsx';
import { takeGroupAct, useTransferSaved } from './queries.ts';
import { keyFor, newKey } from '../request-key.ts';
import { type Act, defaultValidDays, endingActs, type TransferGroup } from './transfer.ts';
import { openFor } from './TransferGroupPage.tsx';
import { transferActTexts } from './act-texts.ts';

type Values = { note?: string; validDays?: string };

/** One act for all of a group whom it is open for: all of them or nobody. */
export function GroupActDialog(props: { group: TransferGroup; act: Act; onClose: () => void }) {
  const { act } = props;
  const t = useText(transferActTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const saved = useTransferSaved();
  const group = useRef(props.group).current;
  const key = useRef({ body: '', key: newKey() }).current;
  const count = openFor(group, act);
  const step = useMutation({
    mutationFn: (values: Values) => {
      const body = bodyOf({ kind: 'within' }, act, values);
      return takeGroupAct(group.id, act, body, keyFor(key, body));
    },
    onSuccess: (next) => {
      saved({ group: next });
      const left = next.total - count;
      const done = t('groupDone', { count, act: t(`act.${act}`) });
      void message.success(left > 0 ? `${done} · ${t('groupLeft', { count: left })}` : done);
      props.onClose();
    },
    onError: (error) => {
      const { status } = problemOf(error);
      if (status === 404 || status === 409) saved();
    },
  });
  return (
    <Modal
      open
      width={480}
      title={t(`groupAct.${act}`, { count })}
      okText={t('confirm', { act: t(`act.${act}`) })}
      cancelText={t('cancel')}
      okButtonProps={{ danger: endingActs.includes(act) }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <p className="archives-sentence">{t(`groupWill.${act}`, { count, to: group.to.name })}</p>
      {step.error && <ProblemNotice error={step.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ validDays: String(defaultValidDays) }}
        onFinish={(values) => step.mutate(values)}
      >
        <ActFields transfer={null} act={act} />
      </Form>
    </Modal>
  );
}
