import {
  holdsAny,
  OrganizationSelect,
  Problem,
  problemOf,
  ProblemNotice,
  useActor,
  useText,
} from '@banyan/ui-kit';
import { App, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { SavedView } from './saved-view.ts';
import { viewTexts } from './view-texts.ts';

type Given = { name: string; organizationId: string | null };
type Values = { name: string; shared: boolean; organizationId?: string | null; isDefault?: boolean };

type Props = {
  /** The view to rename or share; none for a new one. */
  view?: SavedView;
  /** Returns what to tell. */
  save: (given: Given, isDefault: boolean) => Promise<string>;
  onClose: () => void;
};

/** Name, who has it, and whether it opens first. A refusal keeps what was typed. */
export function SaveViewDialog({ view, save, onClose }: Props) {
  const t = useText(viewTexts);
  const actor = useActor();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const shared = Form.useWatch('shared', form) ?? (view ? view.organizationId !== null : false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const mayShare = view ? view.abilities.includes('share') : holdsAny(actor, ['archives.setting.update']);
  const submit = async (values: Values) => {
    setBusy(true);
    setProblem(null);
    try {
      const organizationId = values.shared ? (values.organizationId ?? null) : null;
      const told = await save({ name: values.name.trim(), organizationId }, values.isDefault ?? false);
      void message.success(told);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t(view ? 'editTitle' : 'saveTitle')}
      okText={t('ok')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {!view && <p className="archives-view-hint">{t('saveHint')}</p>}
      {problem && <ProblemNotice error={problem} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: view?.name ?? '',
          shared: view ? view.organizationId !== null : false,
          organizationId: view?.organizationId ?? (actor.roots.length === 1 ? actor.roots[0] : null),
          isDefault: view?.isDefault ?? false,
        }}
        onFinish={(values) => void submit(values)}
      >
        <Form.Item
          name="name"
          label={t('name')}
          rules={[
            { required: true, whitespace: true, message: t('nameRequired') },
            { max: 30, message: t('nameLong') },
          ]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        {mayShare && (
          <Form.Item name="shared" label={t('visibility')}>
            <Radio.Group
              options={[
                { value: false, label: t('onlyMe') },
                { value: true, label: t('everyone') },
              ]}
            />
          </Form.Item>
        )}
        {mayShare && shared && (
          <Form.Item
            name="organizationId"
            label={t('organization')}
            rules={[{ required: true, message: t('organizationRequired') }]}
          >
            <OrganizationSelect ariaLabel={t('organization')} allowClear={false} />
          </Form.Item>
        )}
        <Form.Item name="isDefault" valuePropName="checked" noStyle>
          <Checkbox>{t('openFirst')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
