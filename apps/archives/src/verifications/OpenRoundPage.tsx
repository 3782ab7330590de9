import { limits } from '@banyan/api-client/archives-limits';
import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { type FormValues, RecordForm, useActor, useNode, useText, withNode } from '@banyan/ui-kit';
import { App } from 'antd';
import { useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import '../archives.css';
import { useMemberWords } from '../members/use-member-words.ts';
import { keyFor } from '../request-key.ts';
import { openRound, useRoundSaved } from './queries.ts';
import { newRoundFields } from './round-fields.tsx';
import type { RoundRecord } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

const usual = { stages: ['probationary', 'full'], states: ['active', 'suspended', 'out-of-contact'] };

/** Asks everybody below a node. One key per content, so that sending again after a lost answer asks once. */
export function OpenRoundPage() {
  const t = useText(verificationTexts);
  const words = useMemberWords();
  const node = useNode();
  const { roots } = useActor();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const saved = useRoundSaved();
  const last = useRef({ body: '', key: '' });
  const fields = useMemo(
    () => newRoundFields({ t, words, limits: limits['POST /api/archives/verifications'] }),
    [t, words],
  );
  const initial: FormValues = {
    organizationId: node ?? roots[0] ?? null,
    title: null,
    dueOn: null,
    question: null,
    note: null,
    ...usual,
  };
  return (
    <RecordForm<RoundRecord>
      place="page"
      title={t('openTitle')}
      submitText={t('submit')}
      draftKey="archives.verification.new"
      fields={fields}
      initial={initial}
      version={null}
      onSubmit={(values) => {
        const body = Object.fromEntries(
          Object.entries(values).filter(([, value]) => value !== null && value !== ''),
        ) as unknown as ArchivesSchemas['NewVerificationRound'];
        return openRound(body, keyFor(last.current, body));
      }}
      onDone={(round) => {
        saved(round);
        void message.success(t('opened'));
        navigate(withNode(`/archives/verifications/${round.id}`, node), { replace: true });
      }}
      onClose={() => navigate(withNode('/archives/verifications', node))}
    />
  );
}
