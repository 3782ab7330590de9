import { identity } from '@banyan/api-client/identity';
import {
  formatInstant,
  type ListColumn,
  type ListFilter,
  ListPage,
  type Page,
  PersonalData,
  take,
  useLocale,
  useText,
} from '@banyan/ui-kit';
import { type ReactNode, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import '../identity.css';
import { usePermissionWords } from '../roles/permission-words.ts';
import { actionTexts, isKnownAction } from './action-texts.ts';
import { type AuditEntry, auditQuery, periods } from './audit-query.ts';
import { auditedFieldTexts, isKnownField } from './audited-field-texts.ts';
import { auditTexts } from './audit-texts.ts';
import { isKnownReason, reasonTexts } from './reason-texts.ts';
import { Subject } from './Subject.tsx';

const queryKey = identity.key('/api/identity/audit-entries');

/** Who did what to which record, in every domain. Read only: nobody changes the trail. */
export function AuditPage() {
  const t = useText(auditTexts);
  const [seen, setSeen] = useState<AuditEntry[]>([]);
  return (
    <PersonalData>
      <ListPage<AuditEntry>
        id="identity.audit"
        title={t('title')}
        facts={(page) =>
          page && t(page.totalIsExact === false ? 'totalMore' : 'total', { total: page.total })
        }
        queryKey={queryKey}
        fetchPage={async (query, signal) => {
          const sent = auditQuery(query, new Date()) as {};
          const page: Page<AuditEntry> = await take(
            identity.client.GET('/api/identity/audit-entries', { params: { query: sent }, signal }),
          );
          setSeen((before) => merge(before, page.items));
          return page;
        }}
        filters={useFilters(seen)}
        columns={useColumns()}
        empty={{ title: t('empty') }}
      />
    </PersonalData>
  );
}

/** People and records met so far stay to choose from while the filters narrow the list. */
function merge(before: AuditEntry[], items: AuditEntry[]): AuditEntry[] {
  const known = new Set(before.map((entry) => `${entry.account?.id} ${entry.subject?.id}`));
  const fresh = items.filter((entry) => !known.has(`${entry.account?.id} ${entry.subject?.id}`));
  return fresh.length === 0 ? before : [...before, ...fresh];
}

function useFilters(seen: AuditEntry[]): ListFilter[] {
  const t = useText(auditTexts);
  const actions = useText(actionTexts);
  const words = usePermissionWords();
  const locale = useLocale();
  const [params] = useSearchParams();
  const [accountId, subjectId] = [params.get('accountId'), params.get('subjectId')];
  return useMemo(() => {
    const people = choices(
      seen.map((entry) => entry.account),
      accountId,
      t('unknown'),
    );
    const records = choices(
      seen.map((entry) => entry.subject),
      subjectId,
      t('unknown'),
    );
    return [
      {
        kind: 'select',
        name: 'period',
        label: t('period'),
        options: periods.map((value) => ({ value, label: t(`period.${value}`) })),
      },
      { kind: 'select', name: 'accountId', label: t('actor'), options: people },
      {
        kind: 'select',
        name: 'action',
        label: t('action'),
        options: Object.keys(actionTexts[locale])
          .filter(isKnownAction)
          .map((value) => ({ value, label: actions(value) })),
      },
      {
        kind: 'select',
        name: 'domain',
        label: t('domain'),
        options: ['archives', 'identity', 'gateway'].map((value) => ({ value, label: words.domain(value) })),
      },
      { kind: 'select', name: 'subjectId', label: t('subject'), options: records },
      { kind: 'organization', name: 'organizationId', label: t('organization'), width: 136 },
    ];
  }, [t, actions, words, locale, seen, accountId, subjectId]);
}

type Named = { id: string; name: string | null } | null;

function choices(named: Named[], chosen: string | null, unknown: string) {
  const byId = new Map(named.flatMap((one) => (one ? [[one.id, one.name ?? unknown] as const] : [])));
  if (chosen && !byId.has(chosen)) byId.set(chosen, unknown);
  return [...byId].map(([value, label]) => ({ value, label }));
}

function useColumns(): ListColumn<AuditEntry>[] {
  const t = useText(auditTexts);
  const actions = useText(actionTexts);
  const locale = useLocale();
  const [, setParams] = useSearchParams();
  return useMemo(() => {
    const only = (name: string, id: string, title: string, content: ReactNode) => (
      <button
        type="button"
        className="by-link-button"
        title={title}
        onClick={() => setParams((before) => withParam(before, name, id))}
      >
        {content}
      </button>
    );
    return [
      {
        key: 'at',
        title: t('at'),
        render: (row) => (
          <time dateTime={row.at} className="by-nowrap">
            {formatInstant(row.at, locale)}
          </time>
        ),
        always: true,
      },
      {
        key: 'actor',
        title: t('actor'),
        render: (row) =>
          row.account
            ? only('accountId', row.account.id, t('onlyActor'), row.account.name ?? t('unknown'))
            : t('system'),
        phone: true,
      },
      {
        key: 'action',
        title: t('action'),
        render: (row) => (isKnownAction(row.action) ? actions(row.action) : row.action),
        phone: true,
      },
      {
        key: 'subject',
        title: t('subject'),
        render: (row) => <Subject entry={row} only={only} />,
        phone: true,
      },
      {
        key: 'organization',
        title: t('organization'),
        render: (row) => row.organization?.name,
        hidden: true,
      },
      { key: 'fields', title: t('fields'), render: (row) => <Fields entry={row} />, phone: true },
      { key: 'reason', title: t('reason'), render: (row) => <Reason entry={row} />, phone: true },
      { key: 'request', title: t('request'), render: (row) => row.requestId, hidden: true },
    ];
  }, [t, actions, locale, setParams]);
}

function Reason({ entry: { reason } }: { entry: AuditEntry }) {
  const t = useText(reasonTexts);
  if (reason === null) return <Nothing />;
  return isKnownReason(reason) ? t(reason) : reason;
}

function Fields({ entry }: { entry: AuditEntry }) {
  const t = useText(auditTexts);
  const words = useText(auditedFieldTexts);
  if (entry.fields.length === 0) return <Nothing />;
  return entry.fields.map((field) => (isKnownField(field) ? words(field) : field)).join(t('separator'));
}

function Nothing() {
  return <span className="by-third">—</span>;
}

function withParam(before: URLSearchParams, name: string, value: string): URLSearchParams {
  const after = new URLSearchParams(before);
  after.set(name, value);
  after.delete('page');
  return after;
}
