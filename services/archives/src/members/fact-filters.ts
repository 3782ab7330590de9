import { z } from '@hono/zod-openapi';
import { homeTypes } from '@banyan/contracts/organization';
import { civilDay, degrees, educations, sexes } from './member-fields.ts';

/** Kinds of party posts, told by the words of the post. */
export const partyPostKinds = ['secretary', 'deputy-secretary', 'committee-member', 'other'] as const;
export type PartyPostKind = (typeof partyPostKinds)[number];

export function partyPostKind(post: string): PartyPostKind {
  if (post.includes('副书记')) return 'deputy-secretary';
  if (post.includes('书记')) return 'secretary';
  return post.includes('委员') ? 'committee-member' : 'other';
}

/** Spellings of the Han in rosters; every other ethnicity on record is a minority. */
export const hanSpellings = ['汉族', '汉'] as const;

/** What can be asked to be missing in a record, and the column that is empty then. */
export const missable = {
  sex: 'sex',
  ethnicity: 'ethnicity',
  education: 'education',
  degree: 'degree',
  partyPost: 'party_post',
  bornOn: 'born_on',
  joinedOn: 'joined_key',
  fullOn: 'full_on',
} as const;
export type Missable = keyof typeof missable;
const names = Object.keys(missable).join('|');

const homes = homeTypes as readonly ['branch', 'joint-branch'];
const from = (what: string) => civilDay.optional().openapi({ description: `${what} on this day or later.` });
const to = (what: string) => civilDay.optional().openapi({ description: `${what} on this day or earlier.` });

/** Filters of lists by what is on record, beyond stage and state. */
export const factQueryShape = {
  sex: z.enum(sexes).optional(),
  ethnicity: z
    .string()
    .trim()
    .min(1)
    .max(20)
    .optional()
    .openapi({ description: 'As on record; `han`, or `minority` for all others.' }),
  education: z.enum(educations).optional(),
  degree: z.enum(degrees).optional(),
  partyPost: z.enum(partyPostKinds).optional(),
  organizationType: z.enum(homes).optional().openapi({ description: 'Type of the home.' }),
  bornFrom: from('Born'),
  bornTo: to('Born'),
  joinedFrom: from('Joined'),
  joinedTo: to('Joined'),
  fullFrom: from('Full member'),
  fullTo: to('Full member'),
  custom: z
    .string()
    .max(400)
    .regex(/^[a-z][a-z0-9-]*:[a-z0-9-]+(,[a-z][a-z0-9-]*:[a-z0-9-]+)*$/)
    .optional()
    .openapi({
      description:
        'Choices in custom fields, `key:choice`, separated by commas; `true` and `false` of yes or no.',
      example: 'shift-pattern:day',
    }),
  import: z
    .uuid()
    .optional()
    .openapi({ description: 'Whom this import has added or updated; nobody where it is not in sight.' }),
  without: z
    .string()
    .regex(new RegExp(`^(${names})(,(${names}))*$`))
    .optional()
    .openapi({
      description: `What is not on record: ${Object.keys(missable).join(', ')}, separated by commas.`,
    }),
};

const schema = z.object(factQueryShape);
export type FactFilters = { readonly [Name in keyof z.infer<typeof schema>]: z.infer<typeof schema>[Name] };
const factNames = Object.keys(factQueryShape) as (keyof FactFilters)[];

/** The filters that are set; null where there is none, so that the frequent lists stay as they are. */
export function factsOf(query: FactFilters): FactFilters | null {
  const set = factNames.filter((name) => query[name] !== undefined);
  return set.length === 0 ? null : Object.fromEntries(set.map((name) => [name, query[name]]));
}
