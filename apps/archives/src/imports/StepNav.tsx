import { formatNumber, useLocale, useText } from '@banyan/ui-kit';
import { CheckOutlined } from '@ant-design/icons';
import { type Import, openSteps, type Step } from './import.ts';
import { wizardTexts } from './wizard-texts.ts';
import './wizard.css';

/** The steps of the import, each with what still has to be done in it. */
export function StepNav(props: { shown: Import; step: Step; onGo: (step: Step) => void }) {
  const t = useText(wizardTexts);
  const steps = openSteps(props.shown);
  const at = steps.indexOf(props.step);
  // Once it is over, one thing does not follow from another.
  const inOrder = props.shown.status === 'preview';
  return (
    <nav className="imports-steps" aria-label={t('steps')}>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === props.step ? 'step' : undefined}
              onClick={() => props.onGo(step)}
            >
              {inOrder && (
                <span className="imports-step-mark" aria-hidden>
                  {isDone(props.shown, step, index < at) ? <CheckOutlined /> : index + 1}
                </span>
              )}
              {t(step === 'rows' && props.shown.status !== 'preview' ? 'step.outcome' : `step.${step}`)}
              <Remark shown={props.shown} step={step} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function isDone(shown: Import, step: Step, isPassed: boolean): boolean {
  return isPassed && leftIn(shown, step) === 0;
}

/** What still has to be done in a step before the import is whole. */
function leftIn(shown: Import, step: Step): number {
  if (shown.status !== 'preview') return 0;
  if (step === 'columns') return shown.missing.length;
  return step === 'rows' ? shown.invalid : 0;
}

function Remark({ shown, step }: { shown: Import; step: Step }) {
  const locale = useLocale();
  const left = leftIn(shown, step);
  return left > 0 && <span className="imports-step-count">{formatNumber(left, locale)}</span>;
}
