import { fieldErrorText, useLocale, useText } from '@banyan/ui-kit';
import { Alert } from 'antd';
import type { Import } from './import.ts';
import { useRowErrorText } from './use-row-error-text.ts';
import { wizardTexts } from './wizard-texts.ts';

type LastProblem = NonNullable<Import['problem']>;
export type RowProblem = LastProblem['rows'][number];

/** Why the last act changed nothing, with the rows that stood in its way. */
export function LastProblem({ problem }: { problem: LastProblem }) {
  const locale = useLocale();
  return (
    <div className="imports-problem">
      <Alert
        type="error"
        showIcon
        role="alert"
        title={fieldErrorText(problem.code, problem.message, locale)}
        description={problem.rows.length > 0 && <ProblemRows rows={problem.rows} />}
      />
    </div>
  );
}

export function ProblemRows({ rows }: { rows: readonly RowProblem[] }) {
  const t = useText(wizardTexts);
  const textOf = useRowErrorText();
  return (
    <ul className="imports-problem-rows" aria-label={t('details')}>
      {rows.map(({ row, name, code }) => (
        <li key={`${row} ${code}`}>
          {t('rowTitle', { row: String(row) })} {name} — {textOf({ code, message: code })}
        </li>
      ))}
    </ul>
  );
}
