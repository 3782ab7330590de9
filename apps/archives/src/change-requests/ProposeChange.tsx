import { limits } from '@banyan/api-client/archives-limits';
import { type FormField, Problem, problemOf, RecordForm, useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useMemo, useRef } from 'react';
import { useCustomFormFields } from '../fields/use-custom-form-fields.ts';
import type { Member } from '../members/member.ts';
import { memberFields, refuseIncompleteRows } from '../members/member-form.tsx';
import { memberTexts } from '../members/member-texts.ts';
import { bodyOf, formValuesOf, onWholeFields } from '../members/member-values.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { keyFor } from '../request-key.ts';
import type { ChangeRequest } from './change-request.ts';
import { changeRequestTexts } from './change-request-texts.ts';
import { proposeChange, useRequestSaved } from './queries.ts';

/** Proposes other values for a record in the form that corrections are made in; the branch decides. */
export function ProposeChange(props: {
  member: Member;
  onClose: () => void;
  onProposed?: (request: ChangeRequest) => void;
}) {
  const { member, onClose } = props;
  const t = useText(changeRequestTexts);
  const memberText = useText(memberTexts);
  const words = useMemberWords();
  const { message } = App.useApp();
  const saved = useRequestSaved();
  const custom = useCustomFormFields({ memberId: member.id }, member.stage);
  const last = useRef({ body: '', key: '' });
  const context = useMemo(
    () => ({ t: memberText, words, limits: limits['PATCH /api/archives/members/{id}'], member, custom }),
    [memberText, words, member, custom],
  );
  const recordFields = useMemo(
    () => memberFields(context).filter(({ name }) => name !== 'verifiedOn'),
    [context],
  );
  const fields = useMemo((): FormField[] => [...recordFields, reasonField(t)], [recordFields, t]);
  return (
    <RecordForm<ChangeRequest>
      place="drawer"
      title={t('proposeTitle', { name: member.name })}
      submitText={t('proposeSubmit')}
      draftKey={`archives.change-request.${member.id}`}
      fields={fields}
      initial={{ ...formValuesOf(recordFields, member), [reason]: null }}
      version={member.version}
      onSubmit={async (values, { changes }) => {
        refuseIncompleteRows(context, values);
        const { [reason]: why, ...changed } = changes;
        if (Object.keys(changed).length === 0) throw nothingChanged();
        const body = {
          memberId: member.id,
          changes: bodyOf(changed, member),
          reason: typeof why === 'string' && why.trim() !== '' ? why : null,
        };
        try {
          return await proposeChange(body, keyFor(last.current, body));
        } catch (error) {
          throw atFields(error);
        }
      }}
      onDone={(request) => {
        saved(request);
        void message.success(t('proposed'));
        props.onProposed?.(request);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** No field of a record is called so. */
const reason = 'proposalReason';

function reasonField(t: ReturnType<typeof useText<keyof (typeof changeRequestTexts)['zh-CN']>>): FormField {
  return {
    name: reason,
    label: t('reason'),
    kind: 'textarea',
    wide: true,
    heading: t('group.request'),
    placeholder: t('reasonHint'),
    limits: { maxLength: 500 },
  };
}

function nothingChanged(): Problem {
  return new Problem(400, { code: 'archives.change-request-empty' });
}

/** In the request the fields of the record lie below `changes`. */
function atFields(error: unknown): Problem {
  const problem = problemOf(error);
  return onWholeFields(
    new Problem(problem.status, {
      code: problem.code,
      title: problem.message,
      ...(problem.requestId ? { requestId: problem.requestId } : {}),
      errors: problem.errors.map((one) => ({
        ...one,
        field: one.field === 'reason' ? reason : one.field.replace(/^changes\./, ''),
      })),
    }),
  );
}
