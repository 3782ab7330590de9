import { type ListFilter, useNode, useOrganizations, useText } from '@banyan/ui-kit';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useCustomFilters } from '../fields/use-custom-filters.ts';
import { factFilterNames, useFactWords } from '../members/use-fact-filters.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { exportTexts } from './export-texts.ts';

const names = ['q', 'stage', 'state', 'organizationId', 'sort', 'custom', ...factFilterNames] as const;

/** The list's own question, from its address: as parameters to ask again, and in words. */
export function useExportQuestion(): { query: Record<string, string>; words: string[] } {
  const t = useText(exportTexts);
  const [params] = useSearchParams();
  const node = useNode();
  const members = useMemberWords();
  const facts = useFactWords();
  const [custom] = useCustomFilters();
  const { tree } = useOrganizations();
  return useMemo(() => {
    const query: Record<string, string> = {};
    for (const name of names) {
      const value = params.get(name);
      if (value) query[name] = value;
    }
    if (node) query['node'] = node;
    const { q, stage, state } = query;
    const at = query['organizationId'] ?? node;
    const organization = at === null ? undefined : tree?.byId.get(at)?.name;
    const words = [
      ...(organization ? [t('organization', { value: organization })] : []),
      ...(q ? [t('search', { text: q })] : []),
      ...(stage ? [t('stage', { value: members.value('stage', stage) ?? stage })] : []),
      ...(state ? [t('state', { value: members.value('state', state) ?? state })] : []),
      ...(query['custom'] ? [choiceIn(custom, query['custom'])] : []),
      ...factFilterNames.flatMap((name) =>
        query[name] === undefined
          ? []
          : [t('fact', { label: facts.label(name), value: facts.value(name, query[name]) })],
      ),
    ];
    return { query, words };
  }, [t, params, node, members, facts, custom, tree]);
}

/** A choice in a custom field, as its filter words it. */
function choiceIn(filter: ListFilter | undefined, value: string): string {
  const options = filter?.kind === 'select' ? filter.options : [];
  return options.find((option) => option.value === value)?.label ?? value;
}
