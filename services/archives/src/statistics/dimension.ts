import type { FactFilters } from '../members/fact-filters.ts';
import { degrees, educations, sexes } from '../members/member-fields.ts';
import { hanSpellings, type Missable, partyPostKind, partyPostKinds } from '../members/fact-filters.ts';
import { stageOrder, stateSteps } from '../members/member.ts';
import { ageBands, type Band, bandAt, calendarYears, edgesOf, partyAgeBands } from './bands.ts';

/** What a table of the roster can be told apart by. */
export const dimensionNames = [
  'organization',
  'organizationType',
  'stage',
  'state',
  'sex',
  'ethnicGroup',
  'ethnicity',
  'age',
  'partyAge',
  'joinedYear',
  'education',
  'degree',
  'partyPost',
] as const;
export type DimensionName = (typeof dimensionNames)[number];

/** Two readings of one trait cannot stand against each other: no filter would open the people of both. */
export function standsAgainst(rows: DimensionName, columns: DimensionName): boolean {
  const trait = (name: DimensionName) => (name === 'ethnicGroup' ? 'ethnicity' : name);
  return trait(rows) !== trait(columns);
}

/** Filters that open the people behind a key in the list of members. */
export type KeyFilter = Readonly<
  Partial<Record<keyof FactFilters | 'stage' | 'state' | 'organizationId', string>>
>;

export const unknown = 'unknown';

/** A dimension that is read off the record itself. */
export interface FactDimension {
  /** On `members m`, of columns of the index `members_facts`. */
  readonly expression: string;
  keyOf(raw: string | null): string;
  /** Keys in their order; others follow, the most frequent first. */
  readonly order: readonly string[];
  filterOf(key: string): KeyFilter;
}

type Raw = Exclude<DimensionName, 'organization' | 'organizationType'>;

/** The dimensions of records as of a day. */
export function factDimension(name: Raw, today: string): FactDimension {
  switch (name) {
    case 'stage':
    case 'state':
      return listed(name, name, name === 'stage' ? stageOrder : Object.keys(stateSteps), null);
    case 'sex':
      return listed('sex', 'sex', sexes, 'sex');
    case 'education':
      return listed('education', 'education', educations, 'education');
    case 'degree':
      return listed('degree', 'degree', degrees, 'degree');
    case 'ethnicity':
      return { ...listed('ethnicity', 'ethnicity', [], 'ethnicity'), order: [] };
    case 'ethnicGroup':
      return {
        ...listed('ethnicity', 'ethnicity', ['han', 'minority'], 'ethnicity'),
        keyOf: (raw) =>
          raw === null ? unknown : (hanSpellings as readonly string[]).includes(raw) ? 'han' : 'minority',
      };
    case 'partyPost':
      return {
        ...listed('party_post', 'partyPost', partyPostKinds, 'partyPost'),
        keyOf: (raw) => (raw === null ? unknown : partyPostKind(raw)),
      };
    case 'age':
      return banded('m.born_on', ['bornFrom', 'bornTo'], 'bornOn', ageBands(today));
    case 'partyAge':
      return banded('m.full_on', ['fullFrom', 'fullTo'], 'fullOn', partyAgeBands(today));
    case 'joinedYear':
      return banded(
        `nullif(m.joined_key, '-infinity')`,
        ['joinedFrom', 'joinedTo'],
        'joinedOn',
        calendarYears(today),
      );
  }
}

function listed(
  column: string,
  filter: keyof KeyFilter,
  keys: readonly string[],
  missing: Missable | null,
): FactDimension {
  return {
    expression: `m.${column}`,
    keyOf: (raw) => raw ?? unknown,
    order: missing === null ? keys : [...keys, unknown],
    filterOf: (key) => (key === unknown && missing !== null ? { without: missing } : { [filter]: key }),
  };
}

function banded(
  day: string,
  [from, to]: readonly [keyof KeyFilter, keyof KeyFilter],
  missing: Missable,
  bands: readonly Band[],
): FactDimension {
  const edges = edgesOf(bands).join(',');
  return {
    expression: `width_bucket(${day}, '{${edges}}'::date[])`,
    keyOf: (raw) => (raw === null ? unknown : bandAt(bands, Number(raw)).key),
    order: [...bands.map(({ key }) => key), unknown],
    filterOf: (key) => {
      const band = bands.find((one) => one.key === key);
      if (band === undefined) return { without: missing };
      return {
        ...(band.from === null ? {} : { [from]: band.from }),
        ...(band.to === null ? {} : { [to]: band.to }),
      };
    },
  };
}
