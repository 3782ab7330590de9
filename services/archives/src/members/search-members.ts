import { maxDepth } from '@banyan/service-kit/list';
import type { Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import type { Found } from './list-members.ts';
import { isFrequent, type PageRequest, type PageRow, type Statement } from './member-pages.ts';
import {
  conditionsOf,
  excessStatement,
  type Lead,
  matchesStatement,
  walkStatement,
} from './member-search.ts';
import type { SearchQuery } from './search-query.ts';

/** People whom a text finds. Of more than 10,000 the number is not counted out where that would take long. */
export async function searchMembers(
  { kit, sealer }: Deps,
  scope: Scope,
  request: PageRequest,
  search: SearchQuery,
): Promise<Found> {
  const conditions = conditionsOf(search, sealer);
  if (conditions.length === 0) return { rows: [], total: 0, totalIsExact: true };
  const run = <Row extends object>({ text, values }: Statement) =>
    kit.database.readOne<Row>(scope, text, values, isFrequent(request));
  const exceeds = async (of: PageRequest) => {
    const [found] = await run<{ excess: boolean }>(excessStatement(of, conditions, maxDepth));
    return found?.excess === true;
  };

  const isText = conditions.every(({ range }) => range !== null);
  const wide = !request.shape.narrow;
  let lead: Lead = isText && !wide ? 'organizations' : 'text';
  // Other filters leave few matches of a text, or lead to no index: collecting the matches is the way.
  const plain = request.facts === null;
  if (isText && wide && plain && (await exceeds({ ...request, stage: undefined, state: undefined }))) {
    if (!filtersLittle(request)) lead = 'filters';
    else if (isSpread(request) && (isUnfiltered(request) || (await exceeds(request)))) {
      const rows = await run<PageRow>(walkStatement(request, conditions));
      return { rows, total: maxDepth, totalIsExact: false };
    }
  }
  const rows = await run<PageRow>(matchesStatement(request, conditions, lead));
  return { rows, total: null, totalIsExact: true };
}

/** People of one name joined at all times, but stand together in the order of names: a walk would pass all others. */
function isSpread({ sort }: PageRequest): boolean {
  return sort.key === 'joinedOn';
}

function isUnfiltered({ stage, state }: PageRequest): boolean {
  return stage === undefined && state === undefined;
}

/** Most people are active full members: filters for them leave most matches of a text. */
function filtersLittle({ stage, state }: PageRequest): boolean {
  return (stage === undefined || stage === 'full') && (state === undefined || state === 'active');
}
