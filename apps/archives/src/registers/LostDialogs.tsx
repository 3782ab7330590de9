import { useText } from '@banyan/ui-kit';
import { App, Form } from 'antd';
import { useRef } from 'react';
import { civilDate, type MembershipState } from '../members/member.ts';
import { changeMemberState, useMember } from '../members/queries.ts';
import { DayInput, ReasonInput, StepDialog } from '../members/StepDialog.tsx';
import { keyFor } from '../request-key.ts';
import { ChoiceItem, DayItem, EntryDialog, NoteItem, WaitingDialog } from './EntryDialog.tsx';
import { logSearch, useRegisterSaved } from './queries.ts';
import { type Lost, searchOutcomes, searchWays } from './register.ts';
import { lostTexts } from './lost-texts.ts';

type Search = {
  on: string;
  way: (typeof searchWays)[number];
  outcome: (typeof searchOutcomes)[number];
  note?: string;
};

/** Notes what was done to find somebody. */
export function SearchDialog(props: { id: string; name: string; onClose: () => void }) {
  const t = useText(lostTexts);
  const { message } = App.useApp();
  const saved = useRegisterSaved();
  const key = useRef({ body: '', key: '' }).current;
  return (
    <EntryDialog<Search, Lost>
      title={t('searchTitle', { name: props.name })}
      hint={t('searchHint')}
      initial={{ on: civilDate(new Date()), way: 'phone', outcome: 'no-trace' }}
      send={({ on, way, outcome, note }) => {
        const body = { on, way, outcome, note: note?.trim() || null };
        return logSearch(props.id, body, keyFor(key, body));
      }}
      onDone={(lost) => {
        saved({ lost });
        void message.success(t('searched'));
      }}
      onStale={saved}
      onClose={props.onClose}
    >
      <DayItem label={t('on')} />
      <ChoiceItem
        name="way"
        label={t('way')}
        options={searchWays.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <ChoiceItem
        name="outcome"
        label={t('outcome')}
        options={searchOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <NoteItem />
    </EntryDialog>
  );
}

export type LostStep = 'find' | 'suspend' | 'remove' | 'reinstate';
const stateAfter: Record<LostStep, MembershipState> = {
  find: 'active',
  suspend: 'suspended',
  remove: 'left',
  reinstate: 'active',
};

/** The change of state that resolves an entry, on the record itself. */
export function LostStepDialog(props: { id: string; step: LostStep; onClose: () => void }) {
  const { step } = props;
  const t = useText(lostTexts);
  const { message } = App.useApp();
  const saved = useRegisterSaved();
  const query = useMember(props.id);
  const member = query.data;
  if (!member)
    return <WaitingDialog error={query.error} retry={() => void query.refetch()} onClose={props.onClose} />;
  return (
    <StepDialog<{ on: string; reason?: string }>
      member={member}
      title={`${t(step)} · ${member.name}`}
      hint={t(`will.${step}`, { name: member.name, branch: member.organizationName })}
      submitText={t(step)}
      initial={{ on: civilDate(new Date()) }}
      send={(current, { on, reason }) =>
        changeMemberState(current, {
          state: stateAfter[step],
          on,
          leftKind: step === 'remove' ? 'lapsed' : null,
          reason: reason?.trim() || null,
        })
      }
      onDone={() => {
        saved();
        void message.success(t('changed'));
      }}
      onClose={props.onClose}
    >
      <Form.Item name="on" label={t('onDay')} rules={[{ required: true, message: t('required') }]}>
        <DayInput />
      </Form.Item>
      <ReasonInput required={step === 'suspend' || step === 'remove'} />
    </StepDialog>
  );
}
