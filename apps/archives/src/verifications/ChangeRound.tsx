import { limits } from '@banyan/api-client/archives-limits';
import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { RecordForm, useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useMemo } from 'react';
import { changeRound, useRoundSaved } from './queries.ts';
import { dueField, wordFields } from './round-fields.tsx';
import type { RoundRecord } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

/** Other words, or more time. */
export function ChangeRound(props: { round: RoundRecord; onClose: () => void }) {
  const { round, onClose } = props;
  const t = useText(verificationTexts);
  const { message } = App.useApp();
  const saved = useRoundSaved();
  const fields = useMemo(() => {
    const context = { t, limits: limits['PATCH /api/archives/verifications/{id}'] };
    return [dueField(context), ...wordFields(context)];
  }, [t]);
  const { title, dueOn, question, note } = round;
  return (
    <RecordForm<RoundRecord>
      place="drawer"
      title={t('editTitle', { title })}
      draftKey={`archives.verification.${round.id}`}
      fields={fields}
      initial={{ title, dueOn, question, note }}
      version={round.version}
      onSubmit={(_values, { changes, version }) =>
        changeRound(
          round.id,
          version ?? round.version,
          changes as unknown as ArchivesSchemas['VerificationRoundChange'],
        )
      }
      onDone={(changed) => {
        saved(changed);
        void message.success(t('edited'));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
