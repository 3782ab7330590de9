import { archives } from '@banyan/api-client/archives';
import {
  AppLink,
  formatNumber,
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  take,
  useLocale,
  useNode,
  useText,
} from '@banyan/ui-kit';
import { Progress } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { BranchDossiers } from './dossier.ts';
import { DossierTabs } from './DossierTabs.tsx';
import { gapTexts } from './gap-texts.ts';
import { branchesKey, useBranchTotals } from './queries.ts';
import { useItemName } from './use-item-words.ts';

type Row = BranchDossiers & { id: string };

/** How complete the dossiers of each branch are, the one with the most gaps first. */
export function BranchGapsPage() {
  const t = useText(gapTexts);
  return (
    <>
      <DossierTabs />
      <ListPage<Row>
        id="archives.dossiers.branches"
        title={t('gapsTitle')}
        facts={() => <Totals />}
        queryKey={branchesKey}
        fetchPage={fetchBranches}
        filters={useFilters()}
        columns={useColumns()}
        empty={{ title: t('gapsEmpty'), hint: t('gapsEmptyHint') }}
        pathOf={peopleOf}
      />
    </>
  );
}

function peopleOf(organizationId: string): string {
  return `/archives/dossiers/people?gaps=true&organizationId=${organizationId}`;
}

async function fetchBranches({ sort: _sort, ...query }: ListQuery, signal: AbortSignal): Promise<Page<Row>> {
  const page = await take(
    archives.client.GET('/api/archives/dossiers/branches', { params: { query: query as {} }, signal }),
  );
  return { ...page, items: page.items.map((row) => ({ ...row, id: row.organizationId })) };
}

function Totals() {
  const t = useText(gapTexts);
  const locale = useLocale();
  const [params] = useSearchParams();
  const whole = useBranchTotals(useNode(), params.get('organizationId')).data?.whole;
  if (!whole || whole.people === 0) return null;
  return (
    <>
      {t('summary', {
        people: formatNumber(whole.people, locale),
        complete: formatNumber(whole.complete, locale),
        gaps: formatNumber(whole.gaps, locale),
      })}
    </>
  );
}

function useFilters(): ListFilter[] {
  const t = useText(gapTexts);
  return useMemo(
    () => [{ kind: 'organization', name: 'organizationId', label: t('organizationFilter'), width: 200 }],
    [t],
  );
}

function useColumns(): ListColumn<Row>[] {
  const t = useText(gapTexts);
  const name = useItemName();
  const locale = useLocale();
  return useMemo(
    () => [
      { key: 'branch', title: t('branch'), render: (row) => row.organizationName, always: true },
      {
        key: 'people',
        title: t('peopleCount'),
        align: 'end',
        width: 90,
        render: (row) => formatNumber(row.people, locale),
        phone: true,
      },
      {
        key: 'complete',
        title: t('completeCount'),
        align: 'end',
        width: 90,
        render: (row) => formatNumber(row.complete, locale),
        phone: true,
      },
      { key: 'rate', title: t('rate'), width: 180, render: (row) => <Rate {...row} />, phone: true },
      {
        key: 'gaps',
        title: t('gapCount'),
        align: 'end',
        width: 90,
        render: (row) => formatNumber(row.gaps, locale),
        phone: true,
      },
      {
        key: 'most',
        title: t('mostMissing'),
        render: (row) =>
          row.missing
            .toSorted((a, b) => b.people - a.people)
            .slice(0, 2)
            .map((one) => (
              <AppLink
                key={one.item}
                to={`/archives/dossiers/people?item=${one.item}&organizationId=${row.organizationId}`}
                className="dossier-missing"
              >
                {t('itemOfPeople', { item: name(one), people: formatNumber(one.people, locale) })}
              </AppLink>
            )),
      },
    ],
    [t, name, locale],
  );
}

function Rate({ people, complete }: { people: number; complete: number }) {
  const t = useText(gapTexts);
  const percent = people === 0 ? 100 : Math.floor((complete / people) * 100);
  return (
    <span className="dossier-rate">
      <Progress percent={percent} size="small" showInfo={false} aria-label={t('rate')} />
      {percent} %
    </span>
  );
}
