import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { firstOpenStep, type Import, openSteps, type Step } from './import.ts';

/** The step is in the URL; an address without one, or with one that is closed, goes on at the first open one. */
export function useStep(shown: Import): [Step, (step: Step) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get('step');
  const open = openSteps(shown);
  const known = open.find((step) => step === asked);
  const instead = firstOpenStep(shown);
  const mustSet = open.length > 0 && known === undefined;
  useEffect(() => {
    if (mustSet) setParams((before) => withStep(before, instead), { replace: true });
  }, [mustSet, instead, setParams]);
  return [known ?? instead, (step) => setParams((before) => withStep(before, step))];
}

/** Each step has filters and pages of its own. */
function withStep(before: URLSearchParams, step: Step): URLSearchParams {
  const after = new URLSearchParams(before);
  after.delete('page');
  after.delete('filter');
  after.set('step', step);
  return after;
}
