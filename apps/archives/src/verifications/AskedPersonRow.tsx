import { AppLink, formatInstant, NoticeTag, useLocale, useText } from '@banyan/ui-kit';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { ProposeChange } from '../change-requests/ProposeChange.tsx';
import { CorrectMember } from '../members/CorrectMember.tsx';
import { Standing } from '../members/MemberStanding.tsx';
import { CannotSayDialog } from './CannotSayDialog.tsx';
import { AnswerMark } from './marks.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import type { useAnswering } from './use-answering.ts';
import type { AskedPerson } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

type Props = {
  person: AskedPerson;
  answering: ReturnType<typeof useAnswering>;
  mayAnswer: boolean;
  isChosen: boolean;
  onChoose: (is: boolean) => void;
};

/** One person: what is on record, and the answer or what may be answered. */
export function AskedPersonRow({ person, answering, mayAnswer, isChosen, onChoose }: Props) {
  const t = useText(verificationTexts);
  const [again, setAgain] = useState(false);
  const { member, answer, isChanged } = person;
  const open = mayAnswer && (answer === null || isChanged || again);
  return (
    <li className="archives-asked-person">
      <div className="archives-asked-head">
        {mayAnswer && (
          <Checkbox
            aria-label={t('selectOne', { name: member.name })}
            checked={isChosen}
            disabled={!open}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
        <strong>{member.name}</strong>
        <Standing stage={member.stage} state={member.state} />
        <AppLink to={`/archives/members/${member.id}`} className="archives-asked-record">
          {t('record')}
        </AppLink>
      </div>
      <PersonFacts member={member} />
      <div className="archives-asked-answer">
        {answer && <Given person={person} />}
        {isChanged && <NoticeTag>{t('changedSince')}</NoticeTag>}
        {open && <Answers person={person} answering={answering} onDone={() => setAgain(false)} />}
        {mayAnswer && answer && !open && (
          <button type="button" className="by-link-button" onClick={() => setAgain(true)}>
            {t('again')}
          </button>
        )}
      </div>
    </li>
  );
}

function Given({ person }: { person: AskedPerson }) {
  const t = useText(verificationTexts);
  const locale = useLocale();
  const { answer, answeredAt, answeredBy, note } = person;
  return (
    <>
      {answer && <AnswerMark answer={answer} />}
      {answeredAt && (
        <span className="by-third">
          {t('answeredBy', {
            name: answeredBy?.name ?? t('account'),
            date: formatInstant(answeredAt, locale),
          })}
          {note && <> · {note}</>}
        </span>
      )}
    </>
  );
}

function Answers(props: {
  person: AskedPerson;
  answering: ReturnType<typeof useAnswering>;
  onDone: () => void;
}) {
  const t = useText(verificationTexts);
  const [dialog, setDialog] = useState<'correct' | 'propose' | 'unknown' | null>(null);
  const { person, answering, onDone } = props;
  const { member } = person;
  const may = (ability: (typeof member.abilities)[number]) => member.abilities.includes(ability);
  const close = () => setDialog(null);
  const done = (stored: boolean) => {
    if (stored) onDone();
  };
  return (
    <span className="archives-asked-buttons">
      <Button
        size="small"
        disabled={answering.busy}
        onClick={() => void answering.answer(person, 'confirmed').then(done)}
      >
        {t('confirm')}
      </Button>
      {may('update') && (
        <Button size="small" disabled={answering.busy} onClick={() => setDialog('correct')}>
          {t('correct')}
        </Button>
      )}
      {may('propose') && (
        <Button size="small" disabled={answering.busy} onClick={() => setDialog('propose')}>
          {t('propose')}
        </Button>
      )}
      <Button size="small" disabled={answering.busy} onClick={() => setDialog('unknown')}>
        {t('unknown')}
      </Button>
      {dialog === 'correct' && (
        <CorrectMember
          member={member}
          onCorrected={({ version }) => void answering.answer(person, 'corrected', { version }).then(done)}
          onClose={close}
        />
      )}
      {dialog === 'propose' && (
        <ProposeChange
          member={member}
          onProposed={() => void answering.answer(person, 'unknown', { note: t('proposedNote') }).then(done)}
          onClose={close}
        />
      )}
      {dialog === 'unknown' && (
        <CannotSayDialog
          name={member.name}
          busy={answering.busy}
          onSay={async (note) => {
            if (!(await answering.answer(person, 'unknown', { note }))) return;
            close();
            onDone();
          }}
          onClose={close}
        />
      )}
    </span>
  );
}
