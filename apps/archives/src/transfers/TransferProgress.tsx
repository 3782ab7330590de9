import { CivilDate, useText } from '@banyan/ui-kit';
import { reachedStep, stepsOf, type Transfer, type TransferState } from './transfer.ts';
import { TransferMark } from './TransferMarks.tsx';
import { transferRecordTexts } from './record-texts.ts';

type Step = Transfer['timeline'][number];

/** The way of a transfer: each step with its day and who took it; where it ended otherwise, that stands last. */
export function TransferProgress({ transfer }: { transfer: Transfer }) {
  const t = useText(transferRecordTexts);
  const reached = reachedStep(transfer);
  const steps = stepsOf(transfer.kind);
  const strayed = !steps.includes(transfer.state);
  const shown = strayed ? steps.slice(0, reached + 1) : steps;
  return (
    <ol className="archives-progress">
      {shown.map((step, index) => (
        <li
          key={step}
          className={index <= reached ? 'archives-step-done' : 'archives-step-open'}
          {...(index === reached && !strayed ? { 'aria-current': 'step' as const } : {})}
        >
          <strong>{t(labelOf(transfer, step))}</strong>
          {index <= reached && <StepBy step={stepInto(transfer, step)} />}
        </li>
      ))}
      {strayed && (
        <li className="archives-step-end" aria-current="step">
          <TransferMark state={transfer.state} />
          <StepBy step={transfer.timeline.at(-1)} />
        </li>
      )}
    </ol>
  );
}

function StepBy({ step }: { step: Step | undefined }) {
  const t = useText(transferRecordTexts);
  if (!step) return null;
  return (
    <span className="by-third">
      {step.actor.name ?? t(step.actor.id ? 'unnamed' : 'system')} · <CivilDate date={civilDay(step.at)} />
    </span>
  );
}

function stepInto({ timeline }: Transfer, state: TransferState): Step | undefined {
  return timeline.findLast((step) => step.to === state && step.from !== state);
}

/** The reader's day of an instant. */
export function civilDay(at: string): string {
  return new Date(at).toLocaleDateString('sv-SE');
}

function labelOf({ kind }: Transfer, step: TransferState) {
  if (kind === 'in' && step === 'issued') return 'step.letter' as const;
  if (kind === 'out' && step === 'closed') return 'step.gone' as const;
  return `step.${step as 'applied' | 'issued' | 'received' | 'closed'}` as const;
}
