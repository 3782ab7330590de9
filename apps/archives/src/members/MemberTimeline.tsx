import { AppLink, FieldChange, ProblemNotice, Timeline, type TimelineItem, useText } from '@banyan/ui-kit';
import { changeRequestTexts } from '../change-requests/change-request-texts.ts';
import type { MemberChange } from './member.ts';
import { memberTexts } from './member-texts.ts';
import { useMemberHistory } from './queries.ts';
import { useRecordWords } from './use-record-words.ts';

const namedFields = 2;

/** Everything that was ever written to a record: what, who, when, and each field before and after. */
export function MemberTimeline(props: { id: string }) {
  const t = useText(memberTexts);
  const requestText = useText(changeRequestTexts);
  const words = useRecordWords(props.id);
  const history = useMemberHistory(props.id);
  if (history.isError) return <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />;
  const fieldNames = (change: MemberChange) => {
    const names = change.fields.map(({ field }) => words.field(field));
    const first = names.slice(0, namedFields).join(t('history.separator'));
    return names.length > namedFields ? t('history.more', { fields: first, count: names.length }) : first;
  };
  const to = (change: MemberChange, field: string) =>
    words.value(field, change.fields.find((changed) => changed.field === field)?.to) ?? '';
  const titleOf = (change: MemberChange) => {
    switch (kindOf(change)) {
      case 'admit':
        return t('history.admit');
      case 'advance':
        return t('history.advance', { stage: to(change, 'stage') });
      case 'state':
        return t('history.state', { state: to(change, 'state') });
      case 'verify':
        return t('history.verify');
      case 'link':
        return t('history.link');
      case 'update':
        return t('history.update', { fields: fieldNames(change) });
    }
  };
  const items = (history.data?.items ?? []).map((change): TimelineItem => {
    const told = toldByTitle(change);
    return {
      id: change.id,
      at: change.at,
      title: titleOf(change),
      actor: change.actor.name ?? t(change.actor.id ? 'history.unnamed' : 'history.system'),
      detail: (
        <>
          {change.fields
            .filter(({ field }) => !told.has(field))
            .map(({ field, from, to: after }) => (
              <FieldChange
                key={field}
                label={words.field(field)}
                from={words.value(field, from)}
                to={words.value(field, after)}
              />
            ))}
          {change.changeRequestId && (
            <AppLink to={`/archives/change-requests/${change.changeRequestId}`}>
              {requestText('byRequest')}
            </AppLink>
          )}
          {change.reason && <div className="by-third">{t('reasonGiven', { reason: change.reason })}</div>}
        </>
      ),
    };
  });
  return <Timeline items={items} />;
}

type Kind = 'admit' | 'advance' | 'state' | 'verify' | 'link' | 'update';

/** By what changed where the action does not say: a stage step always moves the stage. */
function kindOf(change: MemberChange): Kind {
  const changed = new Set(change.fields.map(({ field }) => field));
  if (change.version === 1 || /admit|create/.test(change.action)) return 'admit';
  if (change.action.endsWith('.link-account')) return 'link';
  if (changed.has('stage')) return 'advance';
  if (changed.has('state')) return 'state';
  if (changed.has('verifiedOn') && changed.size === 1) return 'verify';
  return 'update';
}

/** Fields that the title already tells, or that a new record would list one by one. */
function toldByTitle(change: MemberChange): Set<string> {
  switch (kindOf(change)) {
    case 'admit':
      return new Set(change.fields.map(({ field }) => field));
    case 'advance':
      return new Set(['stage']);
    case 'state':
      return new Set(['state']);
    case 'verify':
      return new Set(['verifiedOn']);
    case 'link':
      return new Set(['accountId']);
    case 'update':
      return new Set();
  }
}
