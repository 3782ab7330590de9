import { holdsAny, useActor, useLocale, useText } from '@banyan/ui-kit';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useCustomColumns } from '../fields/use-custom-columns.ts';
import './exports.css';
import { ColumnChooser } from './ColumnChooser.tsx';
import { type Choice, isCustomColumn, saveChoice, savedChoice, usualColumns } from './export-columns.ts';
import { ExportProgress } from './ExportProgress.tsx';
import { ExportScope } from './ExportScope.tsx';
import { exportTexts } from './export-texts.ts';
import { type ExportState, useExport } from './use-export.ts';
import { useExportQuestion } from './use-export-question.ts';

/** What goes into the file, in which form, and why; then how far it is. */
export function ExportDialog(props: { onClose: () => void }) {
  const t = useText(exportTexts);
  const locale = useLocale();
  const question = useExportQuestion();
  // A choice of another day may name a field that is archived by now.
  const known = new Set(useCustomColumns().map(({ key }) => key));
  const { state, start, cancel, again } = useExport();
  const [choice, setChoice] = useState(savedChoice);
  const [form] = Form.useForm<{ reason?: string }>();
  const [unmasked, setUnmasked] = useState(false);
  const begin = ({ reason }: { reason?: string }) => {
    saveChoice(choice);
    start(
      new URLSearchParams({
        ...question.query,
        format: choice.format,
        columns: choice.columns.filter((column) => !isCustomColumn(column) || known.has(column)).join(','),
        language: locale,
        ...(unmasked ? { unmasked: 'true', reason: reason?.trim() ?? '' } : {}),
      }),
    );
  };
  const running = state.phase === 'running';
  const choosing = state.phase === 'choosing';
  return (
    <Modal
      open
      width={720}
      title={t('title')}
      onCancel={running ? cancel : props.onClose}
      mask={{ closable: false }}
      centered
      className="archives-export"
      footer={
        <Footer
          state={state}
          ready={choice.columns.length > 0}
          begin={() => form.submit()}
          stop={cancel}
          again={again}
          close={props.onClose}
        />
      }
    >
      <div hidden={!choosing}>
        <ExportScope question={question} />
        <Form form={form} layout="vertical" onFinish={begin}>
          <Form.Item label={t('format')}>
            <Radio.Group
              value={choice.format}
              onChange={({ target }) => setChoice({ ...choice, format: target.value as Choice['format'] })}
              options={(['xlsx', 'csv'] as const).map((value) => ({ value, label: t(`format.${value}`) }))}
            />
          </Form.Item>
          <Masking unmasked={unmasked} onChange={setUnmasked} />
          <Columns choice={choice} onChange={setChoice} />
        </Form>
      </div>
      {!choosing && <ExportProgress state={state} />}
    </Modal>
  );
}

type FooterProps = {
  state: ExportState;
  ready: boolean;
  begin: () => void;
  stop: () => void;
  again: () => void;
  close: () => void;
};

function Footer({ state: { phase }, ...props }: FooterProps) {
  const t = useText(exportTexts);
  if (phase === 'running') return <Button onClick={props.stop}>{t('stop')}</Button>;
  if (phase === 'choosing')
    return (
      <>
        <Button onClick={props.close}>{t('cancel')}</Button>
        <Button type="primary" disabled={!props.ready} onClick={props.begin}>
          {t('begin')}
        </Button>
      </>
    );
  return (
    <>
      <Button onClick={props.again}>{t(phase === 'done' ? 'again' : 'back')}</Button>
      <Button type="primary" onClick={props.close}>
        {t('close')}
      </Button>
    </>
  );
}

function Columns({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  const t = useText(exportTexts);
  const id = useId();
  return (
    <section className="archives-export-part" aria-labelledby={id}>
      <h3 id={id}>
        {t('columns')}
        <span className="by-third">
          {choice.columns.length === 0 ? t('none') : t('chosen', { count: choice.columns.length })}
        </span>
        <button
          type="button"
          className="by-link-button"
          onClick={() => onChange({ ...choice, columns: usualColumns })}
        >
          {t('usual')}
        </button>
      </h3>
      <ColumnChooser value={choice.columns} onChange={(columns) => onChange({ ...choice, columns })} />
    </section>
  );
}

/** Whoever may see numbers in full may take them along, and says what for. */
function Masking({ unmasked, onChange }: { unmasked: boolean; onChange: (unmasked: boolean) => void }) {
  const t = useText(exportTexts);
  const entitled = holdsAny(useActor(), ['archives.member.read-sensitive']);
  if (!entitled) return <p className="by-third">{t('maskedHint')}</p>;
  return (
    <>
      <Form.Item label={t('masking')} extra={t(unmasked ? 'unmaskedHint' : 'maskedHint')}>
        <Radio.Group
          value={unmasked}
          onChange={({ target }) => onChange(target.value === true)}
          options={[
            { value: false, label: t('masked') },
            { value: true, label: t('unmasked') },
          ]}
        />
      </Form.Item>
      {unmasked && (
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input placeholder={t('reasonHint')} maxLength={500} autoComplete="off" />
        </Form.Item>
      )}
    </>
  );
}
