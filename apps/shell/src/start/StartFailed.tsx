import { type Actor, Problem, ProblemNotice, useText } from '@banyan/ui-kit';
import { useState } from 'react';
import { shellTexts } from '../texts.ts';
import { startActor } from './actor-query.ts';

/** Who I am could not be asked: nothing can be drawn but the reason and another try. */
export function StartFailed(props: { problem: Problem; onActor: (actor: Actor) => void }) {
  const t = useText(shellTexts);
  const [problem, setProblem] = useState(props.problem);
  const retry = async () => {
    const result = await startActor();
    if (result instanceof Problem) setProblem(result);
    else props.onActor(result);
  };
  return (
    <main className="sh-start-failed">
      <h1>{t('startFailed')}</h1>
      <ProblemNotice error={problem} onRetry={() => void retry()} />
    </main>
  );
}
