import { fieldErrorText, problemOf, ProblemNotice, useLocale, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Dossier, DossierItem, Mark } from './dossier.ts';
import { dossierTexts } from './dossier-texts.ts';
import { markItem, useDossierSaved } from './queries.ts';
import { useItemName } from './use-item-words.ts';

type Props = { memberId: string; item: DossierItem; onClose: () => void };
type Values = { mark: Mark | 'auto'; note?: string };

/** Says of an item what its files do not. */
export function MarkDialog({ memberId, item, onClose }: Props) {
  const t = useText(dossierTexts);
  const locale = useLocale();
  const name = useItemName()(item);
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const saved = useDossierSaved();
  const [stale, setStale] = useState(false);
  const marking = useMutation({
    mutationFn: ({ mark, note }: Values) =>
      markItem(memberId, item.version, {
        item: item.item,
        mark: mark === 'auto' ? null : mark,
        note: mark === 'auto' ? null : note?.trim() || null,
      }),
    onSuccess: (dossier) => {
      saved(dossier);
      void message.success(t('marked', { item: name }));
      onClose();
    },
    onError: (error) => {
      const problem = problemOf(error);
      setStale(problem.status === 412);
      if (problem.status === 412 && problem.current) saved(problem.current as unknown as Dossier);
      for (const { field, code, message: text } of problem.errors)
        form.setFields([{ name: field as 'note', errors: [fieldErrorText(code, text, locale)] }]);
    },
  });
  return (
    <Modal
      open
      width={480}
      title={t('markTitle', { item: name })}
      okText={t('confirm')}
      cancelText={t('cancel')}
      confirmLoading={marking.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {stale && <Alert type="warning" showIcon title={t('markStale')} role="alert" />}
      {marking.error && !stale && <ProblemNotice error={marking.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        className="archives-step"
        initialValues={{ mark: item.mark ?? 'auto', note: item.note ?? '' }}
        onFinish={(values) => marking.mutate(values)}
      >
        <Form.Item name="mark">
          <Radio.Group className="dossier-marks">
            <Radio value="auto">{t('markAuto')}</Radio>
            <Radio value="partial">{t('markPartial')}</Radio>
            <Radio value="complete">{t('markComplete')}</Radio>
            <Radio value="not-needed">{t('markNotNeeded')}</Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item noStyle dependencies={['mark']}>
          {({ getFieldValue }) => <Note mark={getFieldValue('mark')} files={item.files.length} />}
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Note({ mark, files }: { mark: Values['mark']; files: number }) {
  const t = useText(dossierTexts);
  if (mark === 'auto') return null;
  const required = mark !== 'complete' || files === 0;
  return (
    <Form.Item
      name="note"
      label={t('note')}
      rules={required ? [{ required: true, whitespace: true, message: t('required') }] : []}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} placeholder={t('noteHint')} />
    </Form.Item>
  );
}
