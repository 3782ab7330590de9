import {
  type FactFilters,
  hanSpellings,
  missable,
  type Missable,
  type PartyPostKind,
} from './fact-filters.ts';

/** Takes a value and returns its place in the statement. */
export type Bind = (value: string) => string;

const posts: Record<PartyPostKind, string> = {
  secretary: `strpos(m.party_post, '书记') > 0 and strpos(m.party_post, '副书记') = 0`,
  'deputy-secretary': `strpos(m.party_post, '副书记') > 0`,
  'committee-member': `strpos(m.party_post, '委员') > 0 and strpos(m.party_post, '书记') = 0`,
  other: `strpos(m.party_post, '委员') = 0 and strpos(m.party_post, '书记') = 0`,
};
const han = hanSpellings.map((spelling) => `'${spelling}'`).join(', ');

/**
 * The filters as conditions on `members m`. All but custom fields read columns of the index `members_facts` alone; of the
 * date of joining that is `joined_key`.
 */
export function factConditions(facts: FactFilters, bind: Bind, narrow: boolean): string {
  const found: string[] = [];
  for (const name of ['sex', 'education', 'degree'] as const)
    if (facts[name] !== undefined) found.push(`m.${name} = '${facts[name]}'`);
  if (facts.ethnicity !== undefined) found.push(ethnicity(facts.ethnicity, bind));
  if (facts.partyPost !== undefined) found.push(posts[facts.partyPost]);
  if (facts.organizationType !== undefined)
    found.push(
      `(m.organization_id in (select h.id from organizations h where h.type = '${facts.organizationType}') or false)`,
    );
  const bound = (column: string, sign: string, day: string | undefined) => {
    if (day !== undefined) found.push(`m.${column} ${sign} ${bind(day)}::date`);
  };
  bound('born_on', '>=', facts.bornFrom);
  bound('born_on', '<=', facts.bornTo);
  bound('joined_key', '>=', facts.joinedFrom);
  bound('joined_key', '<=', facts.joinedTo);
  if (facts.joinedTo !== undefined) found.push(`m.joined_key > '-infinity'`);
  bound('full_on', '>=', facts.fullFrom);
  bound('full_on', '<=', facts.fullTo);
  if (facts.import !== undefined)
    found.push(`(m.id in (select import_people(${bind(facts.import)}::uuid)) or false)`);
  for (const name of facts.without?.split(',') ?? []) found.push(missing(name as Missable));
  for (const pair of facts.custom?.split(',') ?? []) found.push(...customConditions(pair, bind, narrow));
  return found.map((condition) => `and ${condition}`).join(' ');
}

/**
 * A choice in a custom field, alone or among several, of people whose organization has the field. Few organizations are
 * looked through; for many, an index says who holds the choice.
 */
function customConditions(pair: string, bind: Bind, narrow: boolean): string[] {
  const [key = '', choice = ''] = pair.split(':');
  const truth = choice === 'true' || choice === 'false' ? JSON.stringify({ [key]: choice === 'true' }) : null;
  const forms = [JSON.stringify({ [key]: choice }), JSON.stringify({ [key]: [choice] }), truth].map(
    (form) => `${form === null ? 'null' : bind(form)}::text::jsonb`,
  );
  return [
    narrow
      ? `(${forms.map((form) => `m.custom @> ${form}`).join(' or ')})`
      : `(m.id in (select custom_holders(${forms.join(', ')})) or false)`,
    `(m.organization_id in (select custom_heirs(${bind(key)}::text)) or false)`,
  ];
}

function ethnicity(asked: string, bind: Bind): string {
  if (asked === 'han') return `m.ethnicity in (${han})`;
  return asked === 'minority' ? `m.ethnicity not in (${han})` : `m.ethnicity = ${bind(asked)}`;
}

function missing(name: Missable): string {
  return name === 'joinedOn' ? `m.joined_key = '-infinity'` : `m.${missable[name]} is null`;
}
