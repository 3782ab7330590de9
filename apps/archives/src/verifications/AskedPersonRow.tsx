import { AppLink, formatInstant, NoticeTag, useLocale, useText } from '@banyan/ui-kit';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Standing } from '../members/MemberStanding.tsx';
import { AnswerButtons } from './AnswerButtons.tsx';
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
        {open && <AnswerButtons person={person} answering={answering} onDone={() => setAgain(false)} />}
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
