import { limits } from '@banyan/api-client/archives-limits';
import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { RecordForm, useNode, useText, withNode } from '@banyan/ui-kit';
import { App } from 'antd';
import { useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import '../archives.css';
import type { Member } from './member.ts';
import { memberFields, refuseIncompleteRows } from './member-form.tsx';
import { memberTexts } from './member-texts.ts';
import { bodyOf, formValuesOf, onWholeFields } from './member-values.ts';
import { admitMember, useMemberSaved } from './queries.ts';
import { useMemberWords } from './use-member-words.ts';

/** Puts somebody on record. One key per form, so that sending again after a lost answer admits once. */
export function AdmitMemberPage() {
  const t = useText(memberTexts);
  const words = useMemberWords();
  const node = useNode();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const saved = useMemberSaved();
  const keys = useRef({ body: '', key: '' });
  const context = useMemo(() => ({ t, words, limits: limits['POST /api/archives/members'] }), [t, words]);
  const fields = useMemo(() => memberFields(context), [context]);
  return (
    <RecordForm<Member>
      place="page"
      title={t('admitTitle')}
      draftKey="archives.member.new"
      fields={fields}
      initial={formValuesOf(fields, { stage: 'applicant' })}
      version={null}
      onSubmit={async (values, { changes }) => {
        refuseIncompleteRows(context, values);
        const body = bodyOf({ ...changes, stage: values['stage'] });
        try {
          return await admitMember(body as ArchivesSchemas['NewMember'], keyFor(keys.current, body));
        } catch (error) {
          throw onWholeFields(error);
        }
      }}
      onDone={(member) => {
        saved(member);
        void message.success(t('admitted', { name: member.name }));
        navigate(withNode(`/archives/members/${member.id}`, node), { replace: true });
      }}
      onClose={() => navigate(withNode('/archives/members', node))}
    />
  );
}

/** The same content keeps its key; corrected content is another request. */
function keyFor(last: { body: string; key: string }, body: unknown): string {
  const text = JSON.stringify(body);
  if (last.body !== text) Object.assign(last, { body: text, key: newKey() });
  return last.key;
}

/** `randomUUID` is missing where an intranet serves plain HTTP. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
