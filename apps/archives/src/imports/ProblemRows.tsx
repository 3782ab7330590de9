import { fieldErrorText, useLocale, useText } from '@banyan/ui-kit';
import { Alert } from 'antd';
import type { Import } from './import.ts';
import { useRowErrorText } from './use-row-error-text.ts';
import { wizardTexts } from './wizard-texts.ts';

type Problem = NonNullable<Import['problem']>;

/** Why the last act changed nothing, with the rows that stood in its way. */
export function ProblemRows({ problem }: { problem: Problem }) {
  const t = useText(wizardTexts);
  const locale = useLocale();
  const textOf = useRowErrorText();
  return (
    <div className="imports-problem">
      <Alert
        type="error"
        showIcon
        role="alert"
        title={fieldErrorText(problem.code, problem.message, locale)}
        description={
          problem.rows.length > 0 && (
            <ul aria-label={t('details')}>
              {problem.rows.map(({ row, name, code }) => (
                <li key={`${row} ${code}`}>
                  {t('rowTitle', { row: String(row) })} {name} — {textOf({ code, message: code })}
                </li>
              ))}
            </ul>
          )
        }
      />
    </div>
  );
}
