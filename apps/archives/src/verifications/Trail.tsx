import { ancestorsOf, useOrganizations, useText } from '@banyan/ui-kit';
import { Link, useSearchParams } from 'react-router';
import type { RoundRecord } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

/** An address of this page with some of its parameters changed. */
export function useTo(changes: Record<string, string | null>): { search: string } {
  const [params] = useSearchParams();
  const after = new URLSearchParams(params);
  for (const name of ['page', 'answer']) after.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  return { search: `?${after}` };
}

/** The way from the top of my part down to here. */
export function Trail(props: { round: RoundRecord; at: string | null; here?: string }) {
  const t = useText(verificationTexts);
  const { tree } = useOrganizations();
  const { round, at } = props;
  const tops = new Set(round.part.map(({ organizationId }) => organizationId));
  const above = at && tree ? [...ancestorsOf(tree, at)].reverse() : [];
  const from = above.findIndex(({ id }) => tops.has(id));
  const steps = from < 0 ? [] : above.slice(from + 1);
  const [top] = round.part;
  const name = round.part.length === 1 ? (top?.organizationName ?? '') : round.organizationName;
  const current = at ? (props.here ?? tree?.byId.get(at)?.name ?? '') : null;
  return (
    <nav aria-label={t('path')} className="archives-trail">
      <ol>
        <li>
          {current === null || at === top?.organizationId ? <b>{name}</b> : <Step id={null} name={name} />}
        </li>
        {steps.map((step) => (
          <li key={step.id}>
            <Step id={step.id} name={step.name} />
          </li>
        ))}
        {current !== null && at !== top?.organizationId && (
          <li>
            <b>{current}</b>
          </li>
        )}
      </ol>
    </nav>
  );
}

function Step(props: { id: string | null; name: string }) {
  return <Link to={useTo({ at: props.id, branch: null })}>{props.name}</Link>;
}
