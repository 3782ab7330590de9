import { limits } from '@banyan/api-client/archives-limits';
import { RecordForm, useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useMemo } from 'react';
import { useCustomFormFields } from '../fields/use-custom-form-fields.ts';
import type { Member } from './member.ts';
import { memberFields, refuseIncompleteRows } from './member-form.tsx';
import { memberTexts } from './member-texts.ts';
import { bodyOf, formValuesOf, onWholeFields } from './member-values.ts';
import { correctMember, useMemberSaved } from './queries.ts';
import { useMemberWords } from './use-member-words.ts';

/** Corrects a record in a drawer; only what differs is sent, on the version that was read. */
export function CorrectMember(props: {
  member: Member;
  onClose: () => void;
  onCorrected?: (member: Member) => void;
}) {
  const { member, onClose } = props;
  const t = useText(memberTexts);
  const words = useMemberWords();
  const { message } = App.useApp();
  const saved = useMemberSaved();
  const custom = useCustomFormFields({ memberId: member.id }, member.stage);
  const context = useMemo(
    () => ({ t, words, limits: limits['PATCH /api/archives/members/{id}'], member, custom }),
    [t, words, member, custom],
  );
  const fields = useMemo(() => memberFields(context), [context]);
  return (
    <RecordForm<{ member: Member; count: number }>
      place="drawer"
      title={t('correctTitle', { name: member.name })}
      draftKey={`archives.member.${member.id}`}
      fields={fields}
      initial={formValuesOf(fields, member)}
      version={member.version}
      valuesOf={(record) => formValuesOf(fields, record)}
      onSubmit={async (values, { changes, version }) => {
        refuseIncompleteRows(context, values);
        const count = Object.keys(changes).length;
        if (count === 0) return { member, count };
        try {
          return {
            member: await correctMember(member.id, version ?? member.version, bodyOf(changes, member)),
            count,
          };
        } catch (error) {
          throw onWholeFields(error);
        }
      }}
      onDone={({ member: corrected, count }) => {
        if (count > 0) {
          saved(corrected);
          void message.success(t('corrected', { count }));
          props.onCorrected?.(corrected);
        }
        onClose();
      }}
      onClose={onClose}
    />
  );
}
