import {
  type OrganizationTree,
  useLocale,
  useNode,
  useOrganizations,
  useText,
  withNode,
} from '@banyan/ui-kit';
import { useQueries } from '@tanstack/react-query';
import { useOffer } from '../remotes/use-remotes.ts';
import { shellTexts } from '../texts.ts';

export type Hit = { id: string; title: string; note?: string | undefined; to: string };
export type HitGroup = { id: string; label: string; hits: Hit[]; note?: string };

const most = 6;

/** Everything the typed text finds: pages, commands, records of the remotes, organizations. */
export function useHits(text: string): { groups: HitGroup[]; searching: boolean } {
  const t = useText(shellTexts);
  const locale = useLocale();
  const node = useNode();
  const offer = useOffer();
  const { tree } = useOrganizations();
  const wanted = text.toLowerCase();
  const pages: Hit[] = [
    { id: 'page:/', title: t('home'), to: '/' },
    ...offer.menu.map((entry) => ({ id: `page:${entry.path}`, title: entry.label[locale], to: entry.path })),
    { id: 'page:/profile', title: t('profile'), to: '/profile' },
  ];
  const commands = offer.commands
    .filter(({ path }) => pages.every((page) => page.to !== path))
    .map((command) => ({
      id: `command:${command.id}`,
      title: command.label[locale],
      to: command.path,
      words: `${command.label[locale]} ${command.keywords ?? ''}`.toLowerCase(),
    }));
  const records = useQueries({
    queries: offer.search.map((search) => ({
      queryKey: ['palette', search.id, text, node],
      queryFn: ({ signal }: { signal: AbortSignal }) => search.find(text, node, signal),
      enabled: text.length > 0,
    })),
  });
  const groups: HitGroup[] = [
    {
      id: 'pages',
      label: t('palettePages'),
      hits: pages.filter(({ title }) => title.toLowerCase().includes(wanted)),
    },
    {
      id: 'commands',
      label: t('paletteCommands'),
      hits: commands.filter(({ words }) => words.includes(wanted)),
    },
    ...offer.search.map((search, index) => ({
      id: search.id,
      label: search.label[locale],
      hits: (records[index]?.data ?? []).slice(0, most).map((hit) => ({
        id: `${search.id}:${hit.id}`,
        title: hit.title,
        note: hit.note,
        to: hit.path,
      })),
      ...(records[index]?.isError ? { note: t('paletteFailed', { label: search.label[locale] }) } : {}),
    })),
    {
      id: 'organizations',
      label: t('paletteOrganizations'),
      hits: text && tree ? organizationHits(tree, wanted) : [],
    },
  ];
  return {
    groups: groups.filter(({ hits, note }) => hits.length > 0 || note),
    searching: records.some(({ isFetching }) => isFetching),
  };
}

function organizationHits(tree: OrganizationTree, wanted: string): Hit[] {
  return tree.items
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, most)
    .map(({ id, name, parentId }) => ({
      id: `organization:${id}`,
      title: name,
      note: parentId ? tree.byId.get(parentId)?.name : undefined,
      to: withNode(location.pathname, id),
    }));
}
