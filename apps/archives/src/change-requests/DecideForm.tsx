import { fieldErrorText, problemOf, ProblemNotice, useLocale, useRecordPlace, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { elsewhere } from '../fields/custom-field.ts';
import { useRecordWords } from '../members/use-record-words.ts';
import type { ChangeRequest, Decision, FieldName, ProposedField } from './change-request.ts';
import { changeRequestTexts } from './change-request-texts.ts';
import { ProposedChange } from './ProposedChange.tsx';
import { decideChangeRequest, useRequestSaved } from './queries.ts';
import { DecisionMark } from './RequestMark.tsx';

type Choice = { decision: Decision; reason: string };
type Choices = Partial<Record<FieldName, Choice>>;

/** Accept or decline, field by field; what is not chosen waits on. */
export function DecideForm({ request }: { request: ChangeRequest }) {
  const t = useText(changeRequestTexts);
  const Heading = useRecordPlace().kind === 'page' ? 'h2' : 'h3';
  const form = useDecideForm(request);
  return (
    <form
      className="archives-decide"
      aria-label={t('decide.title')}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Heading>{t('decide.title')}</Heading>
      {form.conflict && <Alert type="warning" showIcon role="alert" title={t('conflictNotice')} />}
      <ul>
        {request.fields.map((proposed) => (
          <li key={proposed.field}>
            <ProposedChange
              requestId={request.id}
              memberId={request.memberId}
              proposed={proposed}
              mayUnmask={request.abilities.includes('unmask')}
            />
            {proposed.decision === null ? (
              <Chooser
                memberId={request.memberId}
                proposed={proposed}
                choice={form.choices[proposed.field]}
                error={form.errors[proposed.field]}
                onChoose={(choice) => form.choose(proposed.field, choice)}
              />
            ) : (
              <DecisionMark decision={proposed.decision} />
            )}
          </li>
        ))}
      </ul>
      {form.problem && <ProblemNotice error={form.problem} />}
      <div className="archives-decide-end">
        <span className={form.nothingChosen ? 'archives-decide-error' : 'by-third'} role="status">
          {form.nothingChosen
            ? t('chooseFirst')
            : t('chosen', { count: form.count, total: form.open.length })}
        </span>
        <Button onClick={form.acceptAll}>{t('acceptAll')}</Button>
        <Button type="primary" htmlType="submit" loading={form.busy}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}

function Chooser(props: {
  memberId: string;
  proposed: ProposedField;
  choice: Choice | undefined;
  error: string | undefined;
  onChoose: (choice: Choice) => void;
}) {
  const t = useText(changeRequestTexts);
  const words = useRecordWords(props.memberId);
  const { choice, error } = props;
  const name = words.field(props.proposed.field);
  return (
    <div className="archives-chooser">
      <Radio.Group
        aria-label={name}
        name={props.proposed.field}
        value={choice?.decision ?? null}
        onChange={(event) =>
          props.onChoose({ decision: event.target.value as Decision, reason: choice?.reason ?? '' })
        }
        options={[
          { value: 'accept', label: t('accept'), disabled: props.proposed.field === elsewhere },
          { value: 'decline', label: t('decline') },
        ]}
      />
      {choice?.decision === 'decline' && (
        <Input
          aria-label={`${name}：${t('declineReason')}`}
          placeholder={t('declineReason')}
          value={choice.reason}
          maxLength={500}
          status={error ? 'error' : ''}
          onChange={(event) => props.onChoose({ decision: 'decline', reason: event.target.value })}
        />
      )}
      {error && (
        <p className="archives-decide-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function useDecideForm(request: ChangeRequest) {
  const t = useText(changeRequestTexts);
  const locale = useLocale();
  const { message } = App.useApp();
  const saved = useRequestSaved();
  const [choices, setChoices] = useState<Choices>({});
  const [tried, setTried] = useState(false);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const open = request.fields.filter(({ decision }) => decision === null);
  const chosen = open.flatMap(({ field }) => {
    const choice = choices[field];
    return choice ? [{ field, decision: choice.decision, reason: choice.reason.trim() || null }] : [];
  });
  const decide = useMutation({
    mutationFn: () =>
      decideChangeRequest(request.id, { fields: chosen, memberVersion: request.memberVersion }),
    onSuccess: (decided) => {
      saved(decided);
      setChoices({});
      setErrors({});
      setTried(false);
      const accepted = chosen.filter(({ decision }) => decision === 'accept').length;
      void message.success(t('decided', { accepted, declined: chosen.length - accepted }));
    },
    onError: (error) => {
      const problem = problemOf(error);
      // What was chosen stays; only the values of now are new.
      if (problem.current) saved(problem.current as unknown as ChangeRequest);
      setErrors(
        Object.fromEntries(
          problem.errors.map(({ field, code, message: text }) => [
            fieldOf(field, chosen),
            fieldErrorText(code, text, locale),
          ]),
        ),
      );
    },
  });
  const conflict =
    decide.error !== null && problemOf(decide.error).code === 'archives.change-request-conflict';
  return {
    choices,
    errors,
    open,
    conflict,
    count: chosen.length,
    nothingChosen: tried && chosen.length === 0,
    busy: decide.isPending,
    problem: conflict ? null : decide.error,
    choose: (field: FieldName, choice: Choice) => {
      setErrors({});
      setChoices((before) => ({ ...before, [field]: choice }));
    },
    acceptAll: () =>
      setChoices(
        Object.fromEntries(
          open
            .filter(({ field }) => field !== elsewhere)
            .map(({ field }) => [field, { decision: 'accept', reason: '' }]),
        ),
      ),
    submit: () => {
      if (chosen.length === 0) return setTried(true);
      const missing = chosen.filter(({ decision, reason }) => decision === 'decline' && reason === null);
      if (missing.length > 0)
        return setErrors(Object.fromEntries(missing.map(({ field }) => [field, t('required')])));
      decide.mutate();
    },
  };
}

/** `fields.2.reason` is about the third field of the decision; rules of the record name the field itself. */
function fieldOf(path: string, chosen: readonly { field: FieldName }[]): string {
  const index = /^fields\.(\d+)/.exec(path)?.[1];
  return index === undefined ? path : (chosen[Number(index)]?.field ?? path);
}
