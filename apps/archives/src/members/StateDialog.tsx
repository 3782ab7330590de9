import { useText } from '@banyan/ui-kit';
import { App, Form, Select } from 'antd';
import { civilDate, type Member, type MembershipState } from './member.ts';
import { memberTexts } from './member-texts.ts';
import { changeMemberState } from './queries.ts';
import { DayInput, ReasonInput, StepDialog } from './StepDialog.tsx';
import { useMemberWords } from './use-member-words.ts';

type LeftKind = NonNullable<Member['leftKind']>;
type Values = { state: MembershipState; on: string; leftKind?: LeftKind; reason?: string };

/** Ways of leaving: an application is withdrawn, a probation cancelled, a membership ended. */
const leftKindsOf: Record<Member['stage'], readonly LeftKind[]> = {
  applicant: ['application-withdrawn'],
  activist: ['application-withdrawn', 'qualification-cancelled'],
  candidate: ['application-withdrawn', 'qualification-cancelled'],
  probationary: ['qualification-cancelled', 'expelled', 'resigned', 'persuaded-to-leave', 'lapsed'],
  full: ['expelled', 'resigned', 'persuaded-to-leave', 'lapsed'],
};
const needReason: readonly MembershipState[] = ['left', 'suspended'];

/** Only the states that the record may go to now, as the service names them for this reader. */
export function StateDialog(props: { member: Member; onClose: () => void }) {
  const t = useText(memberTexts);
  const words = useMemberWords();
  const { message } = App.useApp();
  const { member } = props;
  return (
    <StepDialog<Values>
      member={member}
      title={t('stateTitle', { name: member.name })}
      initial={{ on: civilDate(new Date()) }}
      send={(current, { state, on, leftKind, reason }) =>
        changeMemberState(current, { state, on, leftKind: leftKind ?? null, reason: reason?.trim() || null })
      }
      onDone={({ state }) =>
        void message.success(t('stateChanged', { state: words.value('state', state) ?? state }))
      }
      onClose={props.onClose}
    >
      <Form.Item name="state" label={t('newState')} rules={[{ required: true, message: t('required') }]}>
        <Select options={words.options('state', member.nextStates)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['state']}>
        {({ getFieldValue }) => <StateDetails member={member} state={getFieldValue('state')} />}
      </Form.Item>
    </StepDialog>
  );
}

function StateDetails({ member, state }: { member: Member; state: MembershipState | undefined }) {
  const t = useText(memberTexts);
  const words = useMemberWords();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      {state === 'left' && (
        <Form.Item name="leftKind" label={words.field('leftKind')} rules={required}>
          <Select options={words.options('leftKind', leftKindsOf[member.stage])} />
        </Form.Item>
      )}
      <Form.Item
        name="on"
        label={t(state === 'out-of-contact' ? 'lastContactOn' : 'stateOn')}
        rules={required}
      >
        <DayInput />
      </Form.Item>
      <ReasonInput required={state !== undefined && needReason.includes(state)} />
    </>
  );
}
