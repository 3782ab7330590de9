import { useText } from '@banyan/ui-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { ProposeChange } from '../change-requests/ProposeChange.tsx';
import { CorrectMember } from '../members/CorrectMember.tsx';
import { CannotSayDialog } from './CannotSayDialog.tsx';
import type { useAnswering } from './use-answering.ts';
import type { AskedPerson } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

type Props = {
  person: AskedPerson;
  answering: ReturnType<typeof useAnswering>;
  onDone: () => void;
};
type Dialog = 'correct' | 'propose' | 'unknown';

/** Right, not right, or not to be said; what is not right is corrected, or proposed, where it was found. */
export function AnswerButtons({ person, answering, onDone }: Props) {
  const t = useText(verificationTexts);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { abilities } = person.member;
  const opening = (name: Dialog) => (
    <Button size="small" disabled={answering.busy} onClick={() => setDialog(name)}>
      {t(name)}
    </Button>
  );
  const confirm = async () => {
    if (await answering.answer(person, 'confirmed')) onDone();
  };
  return (
    <span className="archives-asked-buttons">
      <Button size="small" disabled={answering.busy} onClick={() => void confirm()}>
        {t('confirm')}
      </Button>
      {abilities.includes('update') && opening('correct')}
      {abilities.includes('propose') && opening('propose')}
      {opening('unknown')}
      {dialog && (
        <AnswerDialog
          dialog={dialog}
          person={person}
          answering={answering}
          onDone={onDone}
          onClose={() => setDialog(null)}
        />
      )}
    </span>
  );
}

function AnswerDialog(props: Props & { dialog: Dialog; onClose: () => void }) {
  const t = useText(verificationTexts);
  const { dialog, person, answering, onDone, onClose } = props;
  const answer = async (...given: Parameters<typeof answering.answer>) => {
    const stored = await answering.answer(...given);
    if (stored) onDone();
    return stored;
  };
  if (dialog === 'correct')
    return (
      <CorrectMember
        member={person.member}
        onCorrected={({ version }) => void answer(person, 'corrected', { version })}
        onClose={onClose}
      />
    );
  if (dialog === 'propose')
    return (
      <ProposeChange
        member={person.member}
        onProposed={() => void answer(person, 'unknown', { note: t('proposedNote') })}
        onClose={onClose}
      />
    );
  return (
    <CannotSayDialog
      name={person.member.name}
      answering={answering}
      onSay={async (note) => {
        if (await answer(person, 'unknown', { note })) onClose();
      }}
      onClose={onClose}
    />
  );
}
