import { limits } from '@banyan/api-client/archives-limits';
import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { type FormValues, RecordForm, useNode, useText, withNode } from '@banyan/ui-kit';
import { App } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import '../archives.css';
import { useCustomFormFields } from '../fields/use-custom-form-fields.ts';
import { keyFor } from '../request-key.ts';
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
  const [place, setPlace] = useState<Place>(nowhere);
  const follow = useCallback((values: FormValues) => setPlace((before) => placeOf(before, values)), []);
  const custom = useCustomFormFields(place.organizationId ? place : null, place.stage);
  const context = useMemo(
    () => ({ t, words, limits: limits['POST /api/archives/members'], custom }),
    [t, words, custom],
  );
  const fields = useMemo(() => memberFields(context), [context]);
  return (
    <RecordForm<Member>
      place="page"
      title={t('admitTitle')}
      draftKey="archives.member.new"
      fields={fields}
      initial={formValuesOf(fields, { stage: 'applicant' })}
      version={null}
      onValues={follow}
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

/** Where somebody will be, and at which stage: which further fields the form asks for depends on it. */
type Place = { organizationId: string; stage: string };
const nowhere: Place = { organizationId: '', stage: 'applicant' };

function placeOf(before: Place, values: FormValues): Place {
  const organizationId = String(values['organizationId'] ?? '');
  const stage = String(values['stage'] ?? 'applicant');
  return before.organizationId === organizationId && before.stage === stage
    ? before
    : { organizationId, stage };
}
