import { narrow, ProblemNotice, useMedia, useText } from '@banyan/ui-kit';
import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Button, Checkbox, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { AskedPersonRow } from './AskedPersonRow.tsx';
import { Pages } from './Pages.tsx';
import { type PeopleQuery, usePeople } from './queries.ts';
import { Trail } from './Trail.tsx';
import { useAnswering } from './use-answering.ts';
import { answers, isFinished, type AskedPerson, type Progress, type RoundRecord } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

const pageSize = 50;
const choices = ['all', 'none', ...answers] as const;
type Choice = (typeof choices)[number];

/** The people of a branch with what is on record, to be confirmed at once or answered for one by one. */
export function BranchPeople(props: { round: RoundRecord; branchId: string; isOnly: boolean }) {
  const { round, branchId } = props;
  const t = useText(verificationTexts);
  const [params, setParams] = useSearchParams();
  const phone = useMedia(narrow);
  const page = Math.max(1, Math.trunc(Number(params.get('page')) || 1));
  const mayAnswer = round.abilities.includes('answer');
  const answer = useChoice(round.id, branchId, mayAnswer);
  const list = usePeople(round.id, queryOf(branchId, answer, page));
  const answering = useAnswering(round.id, branchId);
  const set = (name: string, value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.delete('page');
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  const people = list.data?.items ?? [];
  const name = people[0]?.member.organizationName;
  return (
    <section className="by-card archives-branches" aria-label={t('people')}>
      <header className="archives-branches-head">
        {props.isOnly ? (
          <h2>{t('people')}</h2>
        ) : (
          <Trail round={round} at={branchId} {...(name ? { here: name } : {})} />
        )}
        <Segmented
          aria-label={t('people')}
          value={answer}
          {...(phone ? { size: 'small' as const } : {})}
          options={choices.map((value) => ({ value, label: t(`answer.${value}`) }))}
          onChange={(value) => set('answer', value)}
        />
      </header>
      {answering.changed && <Alert type="warning" showIcon role="alert" title={t('changed')} />}
      {answering.problem && <ProblemNotice error={answering.problem} />}
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {list.data && <Done progress={list.data.progress} />}
      {list.data && people.length === 0 && (
        <p className="by-empty">{t(answer === 'all' ? 'nobodyAsked' : 'nobody')}</p>
      )}
      {people.length > 0 && <People people={people} answering={answering} mayAnswer={mayAnswer} />}
      <Pages
        page={page}
        // The last page empties as its people are answered for.
        pages={Math.max(page, Math.ceil((list.data?.total ?? 0) / pageSize))}
        turn={(next) => set('page', next > 1 ? String(next) : null)}
      />
    </section>
  );
}

function queryOf(organizationId: string, answer: Choice, page: number): PeopleQuery {
  return { page, pageSize, organizationId, ...(answer === 'all' ? {} : { answer }) };
}

/** What the address says; else whoever answers begins with those who wait, until nobody does. */
function useChoice(roundId: string, branchId: string, mayAnswer: boolean): Choice {
  const [params] = useSearchParams();
  const said = choices.find((choice) => choice === params.get('answer'));
  const isOpen = said === undefined && mayAnswer;
  const waiting = usePeople(roundId, queryOf(branchId, 'none', 1), isOpen);
  return said ?? (isOpen && waiting.data?.total !== 0 ? 'none' : 'all');
}

function People(props: {
  people: AskedPerson[];
  answering: ReturnType<typeof useAnswering>;
  mayAnswer: boolean;
}) {
  const t = useText(verificationTexts);
  const { people, answering, mayAnswer } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const waiting = people.filter(({ answer, isChanged }) => answer === null || isChanged);
  const selected = people.filter(({ id }) => chosen.includes(id));
  const all = waiting.length > 0 && waiting.every(({ id }) => chosen.includes(id));
  const confirm = async () => {
    if (await answering.confirm(selected)) setChosen([]);
  };
  return (
    <>
      {mayAnswer && (
        <div className="archives-confirm-bar">
          <Checkbox
            checked={all}
            indeterminate={!all && selected.length > 0}
            disabled={waiting.length === 0}
            onChange={(event) => setChosen(event.target.checked ? waiting.map(({ id }) => id) : [])}
          >
            {t('selectAll')}
          </Checkbox>
          <span className="by-third archives-confirm-hint">{t('confirmHint')}</span>
          <Button
            type="primary"
            disabled={selected.length === 0}
            loading={answering.busy}
            onClick={() => void confirm()}
          >
            {t('confirmSelected', { count: selected.length })}
          </Button>
        </div>
      )}
      <ul className="archives-asked">
        {people.map((person) => (
          <AskedPersonRow
            key={person.id}
            person={person}
            answering={answering}
            mayAnswer={mayAnswer}
            isChosen={chosen.includes(person.id)}
            onChoose={(is) =>
              setChosen((before) => (is ? [...before, person.id] : before.filter((id) => id !== person.id)))
            }
          />
        ))}
      </ul>
    </>
  );
}

function Done({ progress }: { progress: Progress }) {
  const t = useText(verificationTexts);
  const { people, confirmed, corrected, unknown } = progress;
  if (people === 0 || !isFinished(progress)) return null;
  return (
    <div className="archives-all-done" role="status">
      <CheckCircleFilled aria-hidden />
      <strong>{t('allDone')}</strong>
      <span className="by-third">{t('allDoneHint', { people, confirmed, corrected, unknown })}</span>
    </div>
  );
}
