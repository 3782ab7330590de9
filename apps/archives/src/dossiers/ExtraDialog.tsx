import {
  fieldErrorText,
  OrganizationSelect,
  problemOf,
  ProblemNotice,
  useLocale,
  useText,
} from '@banyan/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { stages } from '../members/member.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { keyFor } from '../request-key.ts';
import type { DossierExtra } from './dossier.ts';
import { extraTexts } from './extra-texts.ts';
import { branchesKey, correctExtra, defineExtra, extrasKey, gapsKey } from './queries.ts';

type Values = {
  organizationId: string;
  name: string;
  hint?: string;
  stage: DossierExtra['stage'];
  least: string;
};

/** One thing more that a node asks for. */
export function ExtraDialog({ extra, onClose }: { extra: DossierExtra | null; onClose: () => void }) {
  const t = useText(extraTexts);
  const words = useMemberWords();
  const [form] = Form.useForm<Values>();
  const saving = useSaving(extra, form.setFields as never, onClose);
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Modal
      open
      width={480}
      title={extra ? t('editOf', { name: extra.name }) : t('addExtra')}
      okText={t('confirm')}
      cancelText={t('cancel')}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {saving.stale && <Alert type="warning" showIcon title={t('extraStale')} role="alert" />}
      {saving.error && !saving.stale && <ProblemNotice error={saving.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        className="archives-step"

        initialValues={{
          name: extra?.name ?? '',
          hint: extra?.hint ?? '',
          stage: extra?.stage ?? 'full',
          least: String(extra?.least ?? 1),
        }}
        onFinish={(values) => saving.mutate(values)}
      >
        {!extra && (
          <Form.Item
            name="organizationId"
            label={t('extraNode')}
            rules={[{ required: true, message: t('required') }]}
          >
            <NodeInput label={t('extraNode')} />
          </Form.Item>
        )}
        <Form.Item name="name" label={t('extraName')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="stage" label={t('extraStage')}>
          <Select options={words.options('stage', stages)} />
        </Form.Item>
        <Form.Item
          name="least"
          label={t('extraLeast')}
          rules={[{ pattern: /^([1-9]|1\d|20)$/, message: t('leastBounds') }, ...required]}
        >
          <Input inputMode="numeric" maxLength={2} />
        </Form.Item>
        <Form.Item name="hint" label={t('extraHint')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The form gives it value and change. */
function NodeInput(props: {
  label: string;
  id?: string;
  value?: string;
  onChange?: (id: string | null) => void;
}) {
  return (
    <OrganizationSelect
      {...(props.id ? { id: props.id } : {})}
      value={props.value ?? null}
      onChange={(id) => props.onChange?.(id)}
      placeholder={props.label}
      ariaLabel={props.label}
    />
  );
}

function useSaving(
  extra: DossierExtra | null,
  setFields: (fields: { name: string; errors: string[] }[]) => void,
  onClose: () => void,
) {
  const t = useText(extraTexts);
  const locale = useLocale();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const last = useRef({ body: '', key: '' });
  const [stale, setStale] = useState(false);
  const reload = () => {
    for (const queryKey of [extrasKey, gapsKey, branchesKey]) void queries.invalidateQueries({ queryKey });
  };
  const saving = useMutation({
    mutationFn: ({ organizationId, name, hint, stage, least }: Values) => {
      const body = { name: name.trim(), hint: hint?.trim() || null, stage, least: Number(least) };
      const made = { ...body, organizationId };
      return extra ? correctExtra(extra, body) : defineExtra(made, keyFor(last.current, made));
    },
    onSuccess: ({ name }) => {
      reload();
      void message.success(t(extra ? 'extraSaved' : 'extraAdded', { name }));
      onClose();
    },
    onError: (error) => {
      const problem = problemOf(error);
      setStale(problem.status === 412);
      if (problem.status === 412) reload();
      setFields(
        problem.errors.map(({ field, code, message: text }) => ({
          name: field,
          errors: [fieldErrorText(code, text, locale)],
        })),
      );
    },
  });
  return { ...saving, stale };
}
