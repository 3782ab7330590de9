import { App, Button, Drawer, Modal, Skeleton } from 'antd';
import { type ComponentProps, Suspense, useId } from 'react';
import { useBlocker } from 'react-router';
import { useText } from '../locale.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { useProParts } from '../pro-parts.ts';
import { kitTexts } from '../texts.ts';
import { narrow, useMedia } from '../use-wide.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { type RecordFormOptions, useRecordForm } from './use-record-form.ts';

type Props<Result> = RecordFormOptions<Result> & {
  title: string;
  /** In a drawer over the page, or as a page of its own. */
  place: 'drawer' | 'page';
  submitText?: string;
  onClose: () => void;
};

/** The form pattern: checked in the field, kept through reloads and refusals, asks before it is left. */
export function RecordForm<Result>(props: Props<Result>) {
  const t = useText(kitTexts);
  const state = useRecordForm(props);
  const id = useId();
  // Within reach of the thumb, and where the last field ends.
  const phone = useMedia(narrow);
  const close = useClose(state, props.onClose);
  const buttons = (
    <div className="by-form-buttons">
      <Button onClick={close}>{t('cancel')}</Button>
      <Button type="primary" htmlType="submit" form={id} loading={state.busy}>
        {props.submitText ?? t('submit')}
      </Button>
    </div>
  );
  const body = (
    <>
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <Body id={id} fields={props.fields} state={state} />
      </Suspense>
      {state.conflict && (
        <ConflictDialog rows={state.conflict.rows} onApply={state.resolve} onCancel={state.giveUpConflict} />
      )}
      <LeaveQuestion dirty={state.dirty} discard={state.discard} />
    </>
  );
  if (props.place === 'page')
    return (
      <>
        <PageHeader title={props.title} actions={!phone && buttons} />
        <section className="by-card by-form-page">
          {body}
          {phone && <footer className="by-form-foot">{buttons}</footer>}
        </section>
      </>
    );
  return (
    <Drawer open title={props.title} size={640} onClose={close} footer={buttons} maskClosable={!state.dirty}>
      {body}
    </Drawer>
  );
}

type BodyProps = ComponentProps<ReturnType<typeof useProParts>['FormBody']>;

function Body(props: BodyProps) {
  const { FormBody } = useProParts();
  return <FormBody {...props} />;
}

/** Closing with changes asks first. */
function useClose(state: { dirty: boolean; discard: () => void }, onClose: () => void): () => void {
  const t = useText(kitTexts);
  const { modal } = App.useApp();
  return () => {
    if (!state.dirty) return onClose();
    void modal.confirm({
      title: t('unsaved'),
      content: t('leaveAsk'),
      okText: t('leave'),
      cancelText: t('stay'),
      autoFocusButton: 'cancel',
      onOk: () => {
        state.discard();
        onClose();
      },
    });
  };
}

/** Going to another page with changes asks first. */
function LeaveQuestion(props: { dirty: boolean; discard: () => void }) {
  const t = useText(kitTexts);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => props.dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  if (blocker.state !== 'blocked') return null;
  const leave = () => {
    props.discard();
    blocker.proceed();
  };
  return (
    <Modal
      open
      title={t('unsaved')}
      okText={t('leave')}
      cancelText={t('stay')}
      onOk={leave}
      onCancel={() => blocker.reset()}
    >
      {t('leaveAsk')}
    </Modal>
  );
}
