import { streamOf, subjectOf } from '@banyan/contracts/fact';

/** What a process of the mesh has to do with the broker. */
export interface NatsPart {
  /** The domain, which names its user, its stream, its subjects and its inbox. */
  readonly domain: string;
  /** Domains whose streams it reads by a durable consumer. */
  readonly reads: readonly string[];
  /** Types of facts that every process of it hears at once, beside the consumers. */
  readonly hears: readonly string[];
}

/** Subjects that a user may publish to, and subscribe to. Everything else is refused. */
export interface NatsPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** Answers to requests come below it. With one for each user nobody hears those of another. */
export function inboxOf(user: string): string {
  return `_INBOX_${user}`;
}

export function consumerOf(domain: string, source: string): string {
  return `${domain}-from-${source}`;
}

/**
 * A domain announces its own facts, makes its own stream and reads by its own consumers. It may not change a stream: with
 * `republish` in its settings, what it announces would come out as another domain's fact.
 */
export function natsPermissions({ domain, reads, hears }: NatsPart): NatsPermissions {
  const own = streamOf(domain);
  return {
    publish: [
      `banyan.${domain}.>`,
      `$JS.API.STREAM.INFO.${own}`,
      `$JS.API.STREAM.CREATE.${own}`,
      ...reads.flatMap((source) => reading(streamOf(source), consumerOf(domain, source), source)),
    ],
    subscribe: [`${inboxOf(domain)}.>`, ...hears.map(subjectOf)],
  };
}

function reading(stream: string, consumer: string, source: string): string[] {
  return [
    `$JS.API.CONSUMER.CREATE.${stream}.${consumer}.banyan.${source}.>`,
    `$JS.API.CONSUMER.INFO.${stream}.${consumer}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${consumer}`,
    `$JS.ACK.${stream}.${consumer}.>`,
    // Servers that put their domain and account before the stream.
    `$JS.ACK.*.*.${stream}.${consumer}.>`,
  ];
}

/** Whoever runs the mesh: makes every stream and changes its settings, and sees no message. */
export const operator = {
  user: 'operator',
  permissions: {
    publish: ['INFO', 'CREATE', 'UPDATE'].map((verb) => `$JS.API.STREAM.${verb}.*`),
    subscribe: [`${inboxOf('operator')}.>`],
  },
} as const;
