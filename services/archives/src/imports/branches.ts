import { homeTypes } from '@banyan/contracts/organization';
import type { Transaction } from '@banyan/service-kit/database';
import type { OrganizationTree, TreeNode } from '@banyan/service-kit/organization-tree';
import { holds, type Scope } from '@banyan/service-kit/scope';
import { normalText } from './normal-text.ts';
import type { RowCode } from './import-codes.ts';

/** A branch as rows may name it. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly code: string;
  readonly status: string;
  readonly type: string;
}

export interface BranchFault {
  readonly code: RowCode;
  readonly suggestions: readonly Suggestion[];
}

/** The branches that an importer may write to, and nothing of others: a foreign branch is an unknown one. */
export interface BranchIndex {
  /** By full name, short name, code or the names above it with its own. */
  find(text: string): string | BranchFault;
  get(id: string): Branch | undefined;
  /** A party group of a branch by its name. */
  section(branchId: string, text: string): string | null;
  readonly homes: readonly Branch[];
}

/** For comparing names and codes: without blanks, brackets and hyphens. */
function nameKey(text: string): string {
  return normalText(text)
    .toLowerCase()
    .replaceAll(/[\s*:、,.\-—_/\\#"'“”‘’()[\]【】<>《》]/g, '');
}

function keysOf({ name, shortName, code }: Branch): string[] {
  const plain = [name, shortName, code].map(nameKey);
  return [...new Set([...plain, ...plain.map(withoutOrnament)])].filter((key) => key !== '');
}

function withoutOrnament(key: string): string {
  return key
    .replace(/^(中国共产党|中共)/, '')
    .replace(/(党支部委员会|党总支部|联合党支部|党支部|支部委员会|支部)$/, (end) =>
      end.includes('联合') ? '联合支部' : end.includes('总') ? '总支' : '支部',
    );
}

export async function loadBranches(
  tx: Transaction,
  tree: OrganizationTree,
  scope: Scope,
): Promise<BranchIndex> {
  const rows = await tx.sql<Branch[]>`
    select id, name, short_name as "shortName", code, status, type from organizations order by path`;
  return indexBranches(
    rows.filter(({ id }) => holds(scope, tree, id)),
    tree,
  );
}

export function indexBranches(nodes: readonly Branch[], tree: Pick<OrganizationTree, 'get'>): BranchIndex {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byKey = new Map<string, Branch[]>();
  const isHome = ({ type }: Branch): boolean => (homeTypes as readonly string[]).includes(type);
  const homes = nodes.filter((node) => isHome(node) && node.status === 'active');
  for (const node of nodes) {
    if (node.type === 'section') continue;
    for (const key of [...keysOf(node), ...pathKeys(node, tree)]) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [node]);
      else if (!known.includes(node)) known.push(node);
    }
  }
  const byCode = new Map(nodes.map((node) => [normalText(node.code).toUpperCase(), node]));
  const suggest = suggester(homes);
  const kept = new Map<string, string | BranchFault>();
  const sections = sectionIndex(nodes, tree);
  return {
    homes,
    get: (id) => byId.get(id),
    section: (branchId, text) => sections.get(`${branchId}:${nameKey(text)}`) ?? null,
    find: (text) => {
      let found = kept.get(text);
      if (found === undefined) {
        const coded = byCode.get(normalText(text).toUpperCase());
        found =
          coded && isHome(coded) && coded.status === 'active' ? coded.id : look(text, byKey, suggest, isHome);
        if (kept.size < 20_000) kept.set(text, found);
      }
      return found;
    },
  };
}

function look(
  text: string,
  byKey: ReadonlyMap<string, Branch[]>,
  suggest: (key: string) => Suggestion[],
  isHome: (node: Branch) => boolean,
): string | BranchFault {
  const key = nameKey(text);
  const exact = byKey.get(key) ?? [];
  const found = exact.length > 0 ? exact : (byKey.get(withoutOrnament(key)) ?? []);
  const open = found.filter((node) => isHome(node) && node.status === 'active');
  if (open.length === 1) return (open[0] as Branch).id;
  if (open.length > 1)
    return { code: 'organization.ambiguous', suggestions: open.slice(0, 5).map(suggestion) };
  const near = suggest(key);
  if (found.some(isHome)) return { code: 'organization.ended', suggestions: near };
  return { code: found.length > 0 ? 'organization.not-a-home' : 'organization.unknown', suggestions: near };
}

interface Suggestion {
  readonly organizationId: string;
  readonly name: string;
}

function suggestion({ id, name }: Branch): Suggestion {
  return { organizationId: id, name };
}

/** Its own name behind those of the nodes above it, from each of them on. */
function pathKeys(node: Branch, tree: Pick<OrganizationTree, 'get'>): string[] {
  const keys: string[] = [];
  let name = nameKey(node.name);
  for (let above: TreeNode | undefined = parentOf(node.id, tree); above; above = parentOf(above.id, tree)) {
    name = nameKey(above.name) + name;
    keys.push(name);
  }
  return keys;
}

function parentOf(id: string, tree: Pick<OrganizationTree, 'get'>): TreeNode | undefined {
  const parentId = tree.get(id)?.parentId;
  return parentId === null || parentId === undefined ? undefined : tree.get(parentId);
}

function sectionIndex(nodes: readonly Branch[], tree: Pick<OrganizationTree, 'get'>): Map<string, string> {
  const index = new Map<string, string>();
  for (const node of nodes) {
    const parentId = tree.get(node.id)?.parentId;
    if (node.type !== 'section' || node.status !== 'active' || !parentId) continue;
    for (const key of keysOf(node)) index.set(`${parentId}:${key}`, node.id);
  }
  return index;
}

/** Searches that find nothing near would take long in a file where nothing is right. */
const suggestionLimit = 300;

/** Names that share most pairs of characters with the text, best first. */
function suggester(homes: readonly Branch[]): (key: string) => Suggestion[] {
  let pairs: { home: Branch; names: Set<string>[] }[] | null = null;
  let asked = 0;
  return (key) => {
    asked += 1;
    const wanted = pairsOf(withoutOrnament(key));
    if (wanted.size === 0 || asked > suggestionLimit) return [];
    pairs ??= homes.map((home) => ({
      home,
      names: [home.name, home.shortName].map((name) => pairsOf(withoutOrnament(nameKey(name)))),
    }));
    return pairs
      .map(({ home, names }) => ({ home, score: Math.max(...names.map((name) => alike(wanted, name))) }))
      .filter(({ score }) => score > 0.25)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, 5)
      .map(({ home }) => suggestion(home));
  };
}

function pairsOf(key: string): Set<string> {
  const characters = [...key];
  return new Set(characters.slice(0, -1).map((character, index) => character + characters[index + 1]));
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / Math.max(1, a.size + b.size);
}
