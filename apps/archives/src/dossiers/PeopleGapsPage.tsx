import { archives } from '@banyan/api-client/archives';
import {
  formatNumber,
  type ListColumn,
  type ListFilter,
  ListPage,
  type ListQuery,
  type Page,
  PersonalData,
  take,
  useLocale,
  useText,
} from '@banyan/ui-kit';
import { useMemo } from 'react';
import { stages } from '../members/member.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { type DossierGap, nationalItems } from './dossier.ts';
import { DossierProgress } from './DossierProgress.tsx';
import { DossierTabs } from './DossierTabs.tsx';
import { gapTexts } from './gap-texts.ts';
import { gapsKey, useExtras } from './queries.ts';
import { useItemName } from './use-item-words.ts';

/** Who lacks what. */
export function PeopleGapsPage() {
  const t = useText(gapTexts);
  return (
    <PersonalData>
      <DossierTabs />
      <ListPage<DossierGap>
        id="archives.dossiers.people"
        title={t('gapsTitle')}
        facts={(page) => page && <Total {...page} />}
        queryKey={gapsKey}
        fetchPage={fetchGaps}
        filters={useFilters()}
        columns={useColumns()}
        empty={{ title: t('personEmpty'), hint: t('personEmptyHint') }}
        pathOf={(id) => `/archives/members/${id}/dossier`}
      />
    </PersonalData>
  );
}

function fetchGaps({ sort: _sort, ...query }: ListQuery, signal: AbortSignal): Promise<Page<DossierGap>> {
  return take(archives.client.GET('/api/archives/dossiers', { params: { query: query as {} }, signal }));
}

function Total({ total, totalIsExact }: Page<DossierGap>) {
  const t = useText(gapTexts);
  const locale = useLocale();
  return <>{t(totalIsExact === false ? 'peopleMore' : 'people', { total: formatNumber(total, locale) })}</>;
}

function useFilters(): ListFilter[] {
  const t = useText(gapTexts);
  const words = useMemberWords();
  const name = useItemName();
  const extras = useExtras().data?.items;
  return useMemo(
    () => [
      {
        kind: 'select',
        name: 'gaps',
        label: t('anyGap'),
        options: [{ value: 'true', label: t('anyGap') }],
      },
      {
        kind: 'select',
        name: 'item',
        label: t('missingFilter'),
        options: [
          ...nationalItems
            .filter((item) => item !== 'other')
            .map((item) => ({ value: item, label: t(`item.${item}`) })),
          ...(extras ?? []).map((extra) => ({
            value: extra.id,
            label: name({ item: extra.id, name: extra.name }),
          })),
        ],
        width: 200,
      },
      { kind: 'select', name: 'stage', label: t('stageFilter'), options: words.options('stage', stages) },
      { kind: 'organization', name: 'organizationId', label: t('organizationFilter'), width: 200 },
    ],
    [t, words, name, extras],
  );
}

function useColumns(): ListColumn<DossierGap>[] {
  const t = useText(gapTexts);
  const words = useMemberWords();
  const name = useItemName();
  return useMemo(
    () => [
      { key: 'name', title: t('person'), render: (row) => row.name, always: true },
      { key: 'branch', title: t('branch'), render: (row) => row.organizationName, phone: true },
      { key: 'stage', title: t('stage'), render: (row) => words.value('stage', row.stage) },
      {
        key: 'progress',
        title: t('completeness'),
        render: (row) => <DossierProgress met={row.met} due={row.due} short />,
        phone: true,
      },
      {
        key: 'missing',
        title: t('missing'),
        render: (row) =>
          row.missing.length === 0 ? (
            <span className="by-third">{t('nothingMissing')}</span>
          ) : (
            <span className="dossier-gaps">{row.missing.map(name).join(t('separator'))}</span>
          ),
        phone: true,
      },
    ],
    [t, words, name],
  );
}
