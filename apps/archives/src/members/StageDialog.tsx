import { useText } from '@banyan/ui-kit';
import { App, Form } from 'antd';
import { fieldTexts } from './field-texts.ts';
import { civilDate, type Member, type NextStage } from './member.ts';
import { memberTexts } from './member-texts.ts';
import { advanceMember } from './queries.ts';
import { DayInput, ReasonInput, StepDialog } from './StepDialog.tsx';

type Values = { on: string; reason?: string };

/** The next stage of a lifetime, with the date that the branch decided; no other stage can be named. */
export function StageDialog(props: { member: Member; to: NextStage; onClose: () => void }) {
  const t = useText(memberTexts);
  const fields = useText(fieldTexts);
  const { message } = App.useApp();
  const stage = fields(`stage.${props.to}`);
  return (
    <StepDialog<Values>
      member={props.member}
      title={t('advanceTitle', { name: props.member.name, stage })}
      hint={t('advanceHint')}
      initial={{ on: civilDate(new Date()) }}
      send={(member, { on, reason }) =>
        advanceMember(member, { stage: props.to, on, reason: reason?.trim() || null })
      }
      onDone={() => void message.success(t('stepped', { stage }))}
      onClose={props.onClose}
    >
      <Form.Item name="on" label={t(`on.${props.to}`)} rules={[{ required: true, message: t('required') }]}>
        <DayInput />
      </Form.Item>
      <ReasonInput />
    </StepDialog>
  );
}
