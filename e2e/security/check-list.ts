import { cast } from './cast.ts';
import type { Expectation } from './rules.ts';
import { holdsAnywhere, holdsAt, nodesInSight, peopleInSight, type Somebody } from './oracle.ts';
import type { Route } from './routes.ts';
import { isGranted, sharedName, sharedPhoneTail, sharedPinyin, type Stage } from './stage.ts';
import { homes, isAtOrBelow, type NodeName, nodeNames, parents } from './tree.ts';

type List = Extract<Expectation, { rule: 'list' }>;

interface Row {
  /** What the list is expected to show of it. */
  readonly key: string;
  readonly node: NodeName;
  /** Seen because it is the reader's own: narrowing to a place leaves what is held through the tree. */
  readonly own?: boolean;
}

interface Page {
  readonly items: readonly Record<string, unknown>[];
  readonly total: number;
}

/** Everything that somebody is expected to see, with its place. */
function rowsFor(stage: Stage, who: Somebody, { of, permission }: List): Row[] {
  if (of === 'person')
    return peopleInSight(who, permission).map((person) => ({
      key: stage.personIds[person],
      node: homes[person],
      own: !holdsAt(who, permission, homes[person]),
    }));
  if (of === 'node') return nodesInSight(who, permission).map((node) => ({ key: stage.nodeIds[node], node }));
  const accounts = [
    ...cast.map(({ name, home, held }) => ({ name, home, grants: held.filter(isGranted).length })),
    ...nodeNames.map((node) => ({ name: stage.extraOf(node).username, home: node, grants: 1 })),
  ].filter(({ home }) => holdsAt(who, permission, home));
  if (of === 'account') return accounts.map(({ name, home }) => ({ key: name, node: home }));
  return accounts.flatMap(({ name, home, grants }) =>
    Array.from({ length: grants }, () => ({ key: name, node: home })),
  );
}

function keyOf(of: List['of'], item: Record<string, unknown>): string {
  if (of === 'account') return String(item['username']);
  if (of === 'grant') return String((item['account'] as { username: string }).username);
  return String(item['id']);
}

/** Filters of each list that must follow the scope, with the rows that pass them. */
function filtersOf(stage: Stage, of: List['of']): { query: string; passes: (row: Row) => boolean }[] {
  const everything = { query: '', passes: () => true };
  const by = (parameter: string) =>
    nodeNames.map((node) => ({
      query: `${parameter}=${stage.nodeIds[node]}`,
      passes: (row: Row) => row.own !== true && isAtOrBelow(row.node, node),
    }));
  if (of === 'node') return [everything, ...by('node')];
  if (of === 'grant') return [everything];
  const both = nodeNames.map((node) => ({
    query: `node=${stage.nodeIds[node]}&organizationId=${stage.nodeIds[parents[node] ?? node]}`,
    passes: (row: Row) => row.own !== true && isAtOrBelow(row.node, node),
  }));
  const filters = [everything, ...by('node'), ...by('organizationId'), ...both];
  if (of === 'account') return filters;
  const searches = [sharedName, sharedPinyin, sharedPhoneTail].map((text) => ({
    query: `q=${encodeURIComponent(text)}`,
    passes: () => true,
  }));
  return [
    ...filters,
    ...searches,
    { query: 'stage=applicant', passes: () => true },
    { query: 'stage=full', passes: () => false },
  ];
}

/** Rows, totals and pages of a list, under every filter, for everybody of the cast. */
export async function checkList(stage: Stage, route: Route, list: List): Promise<string[]> {
  const found: string[] = [];
  for (const who of cast) {
    const client = stage.clientOf(who);
    const rows = rowsFor(stage, who, list);
    for (const { query, passes } of filtersOf(stage, list.of)) {
      const answer = await client.get(`${route.path}?${list.of === 'node' ? '' : 'pageSize=100&'}${query}`);
      if (!holdsAnywhere(who, list.permission)) {
        if (answer.status !== 403) found.push(`${who.name} ?${query}: expected 403, got ${answer.status}`);
        continue;
      }
      if (answer.status !== 200) {
        found.push(`${who.name} ?${query}: ${answer.status} ${answer.text.slice(0, 200)}`);
        continue;
      }
      const { items, total } = answer.json<Page>();
      const seen = items.map((item) => keyOf(list.of, item)).toSorted();
      const expected = rows
        .filter(passes)
        .map(({ key }) => key)
        .toSorted();
      if (String(seen) !== String(expected) || total !== expected.length)
        found.push(
          `${who.name} ?${query}: expected ${expected.length} [${named(stage, expected)}], got total ${total} [${named(stage, seen)}]`,
        );
    }
    if (list.of !== 'node' && rows.length > 2)
      found.push(...(await checkPages(stage, who, route, list, rows)));
  }
  return found;
}

/** Small pages put together are the whole, each row once. */
async function checkPages(
  stage: Stage,
  who: Somebody,
  route: Route,
  { of }: List,
  rows: readonly Row[],
): Promise<string[]> {
  const seen: string[] = [];
  for (let page = 1; page <= Math.ceil(rows.length / 2) + 1; page += 1) {
    const answer = await stage.clientOf(who).get(`${route.path}?pageSize=2&page=${page}`);
    if (answer.status !== 200) return [`${who.name} page ${page}: ${answer.status}`];
    seen.push(...answer.json<Page>().items.map((item) => keyOf(of, item)));
  }
  const expected = rows.map(({ key }) => key).toSorted();
  return String(seen.toSorted()) === String(expected)
    ? []
    : [`${who.name}: pages of two hold ${seen.length} of ${expected.length} rows`];
}

function named(stage: Stage, keys: readonly string[]): string {
  const names = new Map(
    [...Object.entries(stage.nodeIds), ...Object.entries(stage.personIds)].map(([name, id]) => [id, name]),
  );
  return keys.map((key) => names.get(key) ?? key).join(' ');
}
