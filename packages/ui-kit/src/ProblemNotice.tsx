import { Button } from 'antd';
import { useText } from './locale.tsx';
import { problemOf } from './problem.ts';
import { useProblemText } from './problem-text.ts';
import { kitTexts } from './texts.ts';

/** A failure in place of content: what happened, and a way on. */
export function ProblemNotice(props: { error: unknown; title?: string; onRetry?: () => void }) {
  const text = useProblemText();
  const t = useText(kitTexts);
  const problem = problemOf(props.error);
  return (
    <div className="by-notice" role="alert">
      <WarningMark />
      <div>
        {props.title && <strong>{props.title}</strong>}
        <p>{text(problem)}</p>
        {props.onRetry && <Button onClick={props.onRetry}>{t('retry')}</Button>}
      </div>
    </div>
  );
}

function WarningMark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="by-notice-mark">
      <path
        d="M10 2l8.5 15h-17z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M10 8v4.2M10 14.2v1" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
