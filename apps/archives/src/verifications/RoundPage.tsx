import { AppLink, PageHeader, PersonalData, ProblemNotice, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import '../archives.css';
import { BranchPeople } from './BranchPeople.tsx';
import { BranchTable } from './BranchTable.tsx';
import { RoundMark } from './marks.tsx';
import { useRound } from './queries.ts';
import { RoundActions } from './RoundActions.tsx';
import { RoundFacts } from './RoundFacts.tsx';
import type { RoundRecord } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';
import './verifications.css';

/** A round: its figures by node, down to the people of one branch. */
export function RoundPage() {
  const { id = '' } = useParams();
  return <RoundById key={id} id={id} />;
}

export function RoundById({ id }: { id: string }) {
  const t = useText(verificationTexts);
  const query = useRound(id);
  const round = query.data;
  return (
    <PersonalData>
      <AppLink to="/archives/verifications" className="archives-back">
        <LeftOutlined aria-hidden /> {t('backToList')}
      </AppLink>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {round && <Round round={round} />}
    </PersonalData>
  );
}

function Round({ round }: { round: RoundRecord }) {
  const [params] = useSearchParams();
  const [first] = round.part;
  // Whoever is asked for one branch has no tree to go down.
  const only = round.part.length === 1 && first?.isBranch ? first.organizationId : null;
  const branch = params.get('branch') ?? only;
  return (
    <>
      <PageHeader
        title={round.title}
        facts={<RoundMark round={round} />}
        actions={<RoundActions round={round} />}
      />
      <RoundFacts round={round} />
      {branch ? (
        <BranchPeople key={branch} round={round} branchId={branch} isOnly={branch === only} />
      ) : (
        <BranchTable round={round} />
      )}
    </>
  );
}
