import { type Problem, useProblemText } from '@banyan/ui-kit';
import { Alert } from 'antd';

/** Why an act was refused; `staleText` says it in other words when somebody else was quicker. */
export function RefusedAct(props: { problem: Problem | null; staleText?: string }) {
  const textOf = useProblemText();
  if (!props.problem) return null;
  const stale = props.problem.status === 412 && props.staleText;
  return (
    <Alert
      type={stale ? 'info' : 'error'}
      role="alert"
      showIcon
      title={stale ? props.staleText : textOf(props.problem)}
    />
  );
}
