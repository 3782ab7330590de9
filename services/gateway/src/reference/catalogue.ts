import type { Upstream, Upstreams } from '../proxy/upstreams.ts';

/** A part of an OpenAPI 3.1 document, as far as the catalogue looks into it. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
      }
    >
  >;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: unknown;
}

export interface Catalogue {
  readonly documents: ReadonlyMap<string, OpenApiDocument>;
  /** Services that gave no document just now. */
  readonly missing: readonly string[];
}

const keepMs = 5_000;

/** Collects what the services say of themselves, at most once in five seconds. */
export function createCatalogue(upstreams: Upstreams): () => Promise<Catalogue> {
  let collected: Promise<Catalogue> | null = null;
  let collectedAt = 0;
  return () => {
    if (collected === null || Date.now() - collectedAt > keepMs) {
      collectedAt = Date.now();
      collected = collect(upstreams);
    }
    return collected;
  };
}

async function collect(upstreams: Upstreams): Promise<Catalogue> {
  const documents = new Map<string, OpenApiDocument>();
  const missing: string[] = [];
  await Promise.all(
    [...upstreams.values()].map(async (upstream) => {
      const document = await documentOf(upstream);
      if (document === null) missing.push(upstream.domain);
      else documents.set(upstream.domain, document);
    }),
  );
  const sorted = [...documents].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { documents: new Map(sorted), missing: missing.toSorted() };
}

async function documentOf({ pools, origin, domain }: Upstream): Promise<OpenApiDocument | null> {
  try {
    const path = `/api/${domain}/openapi.json`;
    const signal = AbortSignal.timeout(3_000);
    const { statusCode, body } = await pools.anonymous.request({ origin, path, method: 'GET', signal });
    if (statusCode === 200) return (await body.json()) as OpenApiDocument;
    await body.dump();
    return null;
  } catch {
    return null;
  }
}

/** One document of all services. Names of components and operations get their domain in front, since each service chose its own. */
export function mergeDocuments({ documents }: Catalogue): unknown {
  const paths: Record<string, unknown> = {};
  const components: Record<string, Record<string, unknown>> = {};
  for (const [domain, document] of documents) {
    const own = prefixReferences(document, domain) as OpenApiDocument;
    for (const [path, operations] of Object.entries(own.paths)) {
      if (!path.startsWith(`/api/${domain}/`)) continue;
      paths[path] = Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, named(domain, operation)]),
      );
    }
    for (const [kind, entries] of Object.entries(own.components ?? {}))
      for (const [name, value] of Object.entries(entries))
        (components[kind] ??= {})[`${domain}.${name}`] = value;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Banyan', version: '1.0.0', license: { name: 'Apache-2.0' } },
    tags: [...documents.keys()].map((name) => ({ name })),
    paths,
    components,
  };
}

function named(domain: string, operation: Operation): unknown {
  if (typeof operation !== 'object' || Array.isArray(operation)) return operation;
  const { operationId } = operation;
  return {
    ...operation,
    tags: [domain],
    ...(operationId ? { operationId: `${domain}.${operationId}` } : {}),
  };
}

function prefixReferences(value: unknown, domain: string): unknown {
  if (Array.isArray(value)) return value.map((one) => prefixReferences(one, domain));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === '$ref' && typeof one === 'string'
        ? one.replace(/^#\/components\/([^/]+)\//, `#/components/$1/${domain}.`)
        : prefixReferences(one, domain),
    ]),
  );
}
