import {
  type Envelope,
  envelopeSchema,
  type FactData,
  type FactDefinition,
  sourceOf,
  subjectOf,
} from '@banyan/contracts/fact';

/** A message that is no fact of the domain it came from. Its own words are not repeated: it may hold anything. */
export class UnreadableFact extends Error {
  override readonly name = 'UnreadableFact';
}

/** A message as it came, from a stream or at once. */
export interface RawFact {
  readonly subject: string;
  string(): string;
}

/**
 * The envelope of a message from a domain. Who may publish on a subject is the broker's to say, so a fact counts as what
 * its subject says: an envelope that names another source or type is none. Throws `UnreadableFact`.
 */
export function envelopeOf(domain: string, message: RawFact): Envelope {
  const parsed = envelopeSchema.safeParse(jsonOf(message.string()));
  if (!parsed.success) throw new UnreadableFact('It has no envelope of a fact.');
  const { source, type } = parsed.data;
  if (source !== sourceOf(domain)) throw new UnreadableFact('It names another source than its stream has.');
  if (subjectOf(type) !== message.subject || !type.startsWith(`${domain}.`))
    throw new UnreadableFact('It names another type than its subject says.');
  return parsed.data;
}

/** What a fact of this kind says. Throws `UnreadableFact`. */
export function readFact<Definition extends FactDefinition>(
  definition: Definition,
  message: RawFact,
): FactData<Definition> {
  const parsed = definition.data.safeParse(envelopeOf(definition.domain, message).data);
  if (!parsed.success) throw new UnreadableFact('Its data is not what its type says.');
  return parsed.data as FactData<Definition>;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFact('It is not JSON.');
  }
}
