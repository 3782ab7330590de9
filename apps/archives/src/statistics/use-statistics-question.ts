import { useNode } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type MembershipState, type Stage, stages, states } from '../members/member.ts';
import { type Dimension, dimensions, type Share, shares, standsAgainst } from './statistics.ts';

export type StatisticsQuestion = {
  rows: Dimension;
  /** Undefined: totals only. */
  columns: Dimension | undefined;
  stage: Stage | undefined;
  /** Undefined: whatever the state. The roll is what is mostly asked for. */
  state: MembershipState | undefined;
  organizationId: string | undefined;
  share: Share;
};

/** No columns, and every state. */
export const none = 'none';
export const every = 'all';

/** The URL is the state of the page: a link brings the same table. */
export function useStatisticsQuestion() {
  const [params, setParams] = useSearchParams();
  const node = useNode();
  return useMemo(() => {
    const one = <Value extends string>(name: string, known: readonly Value[]): Value | undefined =>
      known.find((value) => value === params.get(name));
    const rows = one('rows', dimensions) ?? 'organization';
    const asked = params.get('columns') === none ? undefined : (one('columns', dimensions) ?? 'stage');
    const question: StatisticsQuestion = {
      rows,
      columns: asked !== undefined && standsAgainst(rows, asked) ? asked : undefined,
      stage: one('stage', stages),
      state: params.get('state') === every ? undefined : (one('state', states) ?? 'active'),
      organizationId: params.get('organizationId') ?? undefined,
      share: one('share', shares) ?? 'none',
    };
    const { stage, state, organizationId } = question;
    const filters: Record<string, string> = {
      ...(stage ? { stage } : {}),
      ...(state ? { state } : {}),
      ...(organizationId ? { organizationId } : {}),
    };
    const set = (changes: Record<string, string | null>) =>
      setParams((before) => changed(before, changes), { replace: true, preventScrollReset: true });
    /** What the service is asked. */
    const query = {
      rows,
      ...(question.columns ? { columns: question.columns } : {}),
      ...filters,
      ...(node ? { node } : {}),
    };
    return { question, filters, query, set };
  }, [params, setParams, node]);
}

function changed(before: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  return after;
}
