import { type Problem, useProblemText, useText } from '@banyan/ui-kit';
import { Alert } from 'antd';
import { ProblemRows, type RowProblem } from './ProblemRows.tsx';
import { wizardTexts } from './wizard-texts.ts';

/** Why an act was refused and the rows that stood in its way; `staleText` when somebody else was quicker. */
export function RefusedAct(props: { problem: Problem | null; staleText?: string }) {
  const t = useText(wizardTexts);
  const textOf = useProblemText();
  const { problem } = props;
  if (!problem) return null;
  const stale = problem.status === 412 && props.staleText;
  const rows = rowsOf(problem);
  const total = problem.extensions['total'];
  return (
    <Alert
      type={stale ? 'info' : 'error'}
      role="alert"
      showIcon
      title={stale ? props.staleText : textOf(problem)}
      description={
        rows.length > 0 && (
          <>
            <ProblemRows rows={rows} />
            {typeof total === 'number' && total > rows.length && (
              <p>{t('moreRows', { count: total - rows.length })}</p>
            )}
          </>
        )
      }
    />
  );
}

function rowsOf({ extensions }: Problem): RowProblem[] {
  const { rows } = extensions;
  return Array.isArray(rows) ? (rows as RowProblem[]) : [];
}
