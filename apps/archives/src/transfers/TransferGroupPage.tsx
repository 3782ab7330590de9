import { AppLink, narrow, PageHeader, PersonalData, ProblemNotice, useMedia, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../archives.css';
import { GroupActDialog } from './GroupActDialog.tsx';
import { useTransferGroup } from './queries.ts';
import { type Act, acts, endingActs, type TransferGroup, type TransferItem } from './transfer.ts';
import { LetterMark, TransferMark } from './TransferMarks.tsx';
import { transferRecordTexts } from './record-texts.ts';
import './transfers.css';

/** People who are transferred together: how far each is, and one act for all whom it is open for. */
export function TransferGroupPage() {
  const { id = '' } = useParams();
  const t = useText(transferRecordTexts);
  const query = useTransferGroup(id);
  const phone = useMedia(narrow);
  const [act, setAct] = useState<Act | null>(null);
  const group = query.data;
  return (
    <PersonalData>
      <AppLink to="/archives/transfers" className="archives-back">
        <LeftOutlined aria-hidden /> {t('backToList')}
      </AppLink>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {group && (
        <>
          <PageHeader
            title={t('groupTitle', { to: group.to.name })}
            facts={<GroupFacts group={group} />}
            actions={<GroupActions group={group} onAct={setAct} />}
          />
          <section className="by-card by-list" aria-label={t('result')}>
            {phone ? <Cards items={group.items} /> : <Results items={group.items} />}
          </section>
          {act && <GroupActDialog key={act} group={group} act={act} onClose={() => setAct(null)} />}
        </>
      )}
    </PersonalData>
  );
}

function GroupFacts({ group }: { group: TransferGroup }) {
  const t = useText(transferRecordTexts);
  const states = Object.entries(group.states) as [TransferItem['state'], number][];
  return (
    <span className="archives-due">
      <span>{t('groupFacts', { total: group.total })}</span>
      {states.map(([state, count]) => (
        <span key={state}>
          {t(`state.${state}`)} {count}
        </span>
      ))}
      <span>{group.reason}</span>
    </span>
  );
}

/** How many of a group an act is open for, for this reader. */
export function openFor({ items }: TransferGroup, act: Act): number {
  return items.filter(({ abilities }) => abilities.includes(act)).length;
}

function GroupActions(props: { group: TransferGroup; onAct: (act: Act) => void }) {
  const t = useText(transferRecordTexts);
  const { group } = props;
  return acts
    .filter((act) => group.abilities.includes(act))
    .map((act, index) => (
      <Button
        key={act}
        type={index > 0 || endingActs.includes(act) ? 'default' : 'primary'}
        onClick={() => props.onAct(act)}
      >
        {t(`groupAct.${act}`, { count: openFor(group, act) })}
      </Button>
    ));
}

function Results({ items }: { items: readonly TransferItem[] }) {
  const t = useText(transferRecordTexts);
  return (
    <table className="archives-results">
      <caption className="by-hidden">{t('result')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('letter')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <AppLink to={`/archives/transfers/${item.id}`}>{item.person.name}</AppLink>
            </td>
            <td>{item.from.name}</td>
            <td>
              <TransferMark state={item.state} />
            </td>
            <td>
              <LetterMark transfer={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ items }: { items: readonly TransferItem[] }) {
  const t = useText(transferRecordTexts);
  return (
    <ul className="by-cards">
      {items.map((item) => (
        <li key={item.id}>
          <div className="by-card-name">
            <AppLink to={`/archives/transfers/${item.id}`}>{item.person.name}</AppLink>
          </div>
          <dl>
            <div>
              <dt>{t('from')}</dt>
              <dd>{item.from.name}</dd>
            </div>
            <div>
              <dt>{t('state')}</dt>
              <dd>
                <TransferMark state={item.state} />
              </dd>
            </div>
            <div>
              <dt>{t('letter')}</dt>
              <dd>
                <LetterMark transfer={item} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
