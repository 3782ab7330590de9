import { AppLink, PageHeader, PersonalData, ProblemNotice, useText } from '@banyan/ui-kit';
import { DownloadOutlined, LeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useParams } from 'react-router';
import '../archives.css';
import './dossiers.css';
import { DossierChecklist } from './DossierChecklist.tsx';
import { DossierProgress } from './DossierProgress.tsx';
import { dossierTexts } from './dossier-texts.ts';
import { archiveAddress, useDossier } from './queries.ts';

/** What somebody's dossier is to hold and what it holds, item by item. */
export function DossierPage() {
  const { id = '' } = useParams();
  const t = useText(dossierTexts);
  const query = useDossier(id);
  const dossier = query.data;
  return (
    <PersonalData>
      <AppLink to={`/archives/members/${id}`} className="archives-back">
        <LeftOutlined aria-hidden /> {dossier?.memberName ?? t('dossier')}
      </AppLink>
      <PageHeader
        title={dossier ? t('titleOf', { name: dossier.memberName }) : t('dossier')}
        facts={dossier && <DossierProgress {...dossier.progress} />}
        actions={
          dossier?.abilities.includes('archive') && (
            <Button href={archiveAddress(id)} download icon={<DownloadOutlined />}>
              {t('archive')}
            </Button>
          )
        }
      />
      {query.error ? (
        <div className="by-card">
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : dossier ? (
        <DossierChecklist key={id} dossier={dossier} />
      ) : (
        <div className="by-card by-loading" role="status" aria-label={t('loading')}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      )}
    </PersonalData>
  );
}
