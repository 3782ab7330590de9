import { AppLink, PageHeader, ProblemNotice, PersonalData, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import '../archives.css';
import './imports.css';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DifferencesStep } from './DifferencesStep.tsx';
import { DiscardButton } from './DiscardButton.tsx';
import { FailedPanel } from './FailedPanel.tsx';
import { type Import, isRunning } from './import.ts';
import { importTexts } from './import-texts.ts';
import { ImportHistory } from './ImportHistory.tsx';
import { StatusTag } from './ImportStatus.tsx';
import { LastProblem } from './ProblemRows.tsx';
import { useImport, useRosterChanged } from './queries.ts';
import { ResultPanel } from './ResultPanel.tsx';
import { RowsStep } from './RowsStep.tsx';
import { RunningPanel } from './RunningPanel.tsx';
import { StepNav } from './StepNav.tsx';
import { useStep } from './use-step.ts';
import { wizardTexts } from './wizard-texts.ts';

export function ImportPage() {
  const { id = '' } = useParams();
  return <OneImport key={id} id={id} />;
}

/** One import from file to people on record, and back. Everything comes from the service: it can be left and found again. */
export function OneImport({ id }: { id: string }) {
  const t = useText(importTexts);
  const query = useImport(id);
  return (
    <PersonalData>
      <AppLink to="/archives/imports" className="archives-back">
        <LeftOutlined aria-hidden /> {t('back')}
      </AppLink>
      {query.data ? (
        <Wizard shown={query.data} />
      ) : query.error ? (
        <div className="by-card">
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : (
        <div className="by-card by-loading" role="status" aria-label={t('title')}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      )}
    </PersonalData>
  );
}

function Wizard({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const words = useText(importTexts);
  const [step, goTo] = useStep(shown);
  useRosterFollows(shown);
  const running = isRunning(shown.status);
  return (
    <>
      <PageHeader
        title={shown.fileName}
        facts={
          <span className="imports-facts">
            <StatusTag status={shown.status} />
            <span>{shown.organizationName}</span>
            <span>{t('sizeAndRows', { rows: shown.rows, mode: words(`mode.${shown.mode}`) })}</span>
          </span>
        }
        actions={shown.abilities.includes('discard') && <DiscardButton shown={shown} />}
      />
      <ImportHistory shown={shown} />
      {shown.status === 'failed' && <FailedPanel shown={shown} />}
      {shown.status !== 'failed' && !running && shown.problem && <LastProblem problem={shown.problem} />}
      {running && <RunningPanel shown={shown} />}
      {!running && shown.status !== 'failed' && (
        <>
          <StepNav shown={shown} step={step} onGo={goTo} />
          {step === 'columns' && <ColumnsStep shown={shown} onNext={() => goTo('rows')} />}
          {step === 'rows' && <RowsStep shown={shown} onGo={goTo} />}
          {step === 'differences' && <DifferencesStep shown={shown} onGo={goTo} />}
          {step === 'result' && <ResultPanel shown={shown} />}
        </>
      )}
    </>
  );
}

/** When a commit or an undo has ended under our eyes, lists of members show it. */
function useRosterFollows({ status }: Import): void {
  const before = useRef(status);
  const changed = useRosterChanged();
  useEffect(() => {
    if (isRunning(before.current) && !isRunning(status)) changed();
    before.current = status;
  }, [status, changed]);
}
