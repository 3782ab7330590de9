import { z } from 'zod';

/** A fact between services: CloudEvents 1.0 in structured JSON. `subject` is the id of the record it is about. */
export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  data: z.unknown(),
});

export type Envelope = z.infer<typeof envelopeSchema>;

/** What a domain announces: its name, the schema of `data`, and one golden example that stays readable for ever. */
export interface FactDefinition<Data extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly domain: string;
  readonly data: Data;
  readonly example: z.input<Data>;
}

/** Declares a fact. `type` is `<domain>.<entity>.<past-tense>`; its subject on NATS is `banyan.<type>`. */
export function defineFact<Data extends z.ZodType>(
  type: `${string}.${string}.${string}`,
  data: Data,
  example: z.input<Data>,
): FactDefinition<Data> {
  return { type, domain: type.slice(0, type.indexOf('.')), data, example };
}

export type FactData<Definition extends FactDefinition> = z.infer<Definition['data']>;

/** The subject on which a fact travels. */
export function subjectOf(type: string): string {
  return `banyan.${type}`;
}

/** Who announces the facts of a domain, as their envelopes name it. */
export function sourceOf(domain: string): string {
  return `urn:banyan:${domain}`;
}

/** The stream that holds the facts of a domain. */
export function streamOf(domain: string): string {
  return `banyan-${domain}`;
}
