import { randomUUID } from 'node:crypto';
import { openApiDocument as archives } from '@banyan/archives-service/openapi';
import { openApiDocument as identity } from '@banyan/identity-service/openapi';
import type { Answer, Client } from '../mesh/client.ts';
import type { Target, Way } from './rules.ts';
import type { Stage } from './stage.ts';
import { type NodeName, nodeNames, personNames } from './tree.ts';

/** One operation of a service's document. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly name: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Of every service, from the kit. */
const deadLetters = (domain: string): Document => ({
  paths: {
    [`/api/${domain}/dead-letters`]: { get: {} },
    [`/api/${domain}/dead-letters/{id}/replay`]: { post: {} },
  },
});

interface Document {
  readonly paths?: Readonly<Record<string, object>> | undefined;
}

export function routesOf({ paths }: Document): Route[] {
  return Object.entries(paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      .map((method) => {
        const upper = method.toUpperCase();
        return { method: upper, path, name: `${upper} ${path}` };
      }),
  );
}

/** Every operation that the services' own documents name. */
export function routesOfTheServices(): Route[] {
  const documents = [identity(), archives(), deadLetters('identity'), deadLetters('archives')] as Document[];
  const routes = documents.flatMap(routesOf);
  return [...new Map(routes.map((route) => [route.name, route])).values()];
}

/** A request for a target: its id where the path, query or body of the way has `{id}`. */
export function ask(client: Client, { method, path }: Route, id: string, way: Way): Promise<Answer> {
  const filled = path
    .replace('{id}', id)
    .replace('{row}', '2')
    .replace('{key}', 'identity.session-idle-minutes');
  const query = way.query === undefined ? '' : `?${way.query.replace('{id}', id)}`;
  const body = JSON.stringify(way.body)?.replaceAll('{id}', id);
  return client.request(method, filled + query, {
    ...(body === undefined ? {} : { body: typeof way.body === 'string' ? way.body : body }),
    ...(way.headers === undefined ? {} : { headers: way.headers }),
  });
}

/** Ways to ask that must not change a refusal: bodies that are missing, wrong or no JSON, and preconditions of every kind. */
export function waysOf({ method }: Route, way: Way): Way[] {
  if (method === 'GET') return [way];
  if (method === 'DELETE') return [way, { headers: { 'if-match': '"1"' } }];
  return [
    way,
    {},
    { body: {} },
    { body: { unheardOf: true } },
    { body: '{"half":' },
    { ...way, headers: { 'if-match': '"1"' } },
    { ...way, headers: { 'if-match': '"999999"' } },
    { ...way, headers: { 'if-match': 'nonsense', 'idempotency-key': randomUUID() } },
  ];
}

export function targetsOf(kind: Target['kind']): Target[] {
  if (kind === 'person' || kind === 'proposal' || kind === 'file')
    return personNames.map((person) => ({ kind, person }));
  return nodeNames.map((node: NodeName) => ({ kind, node }));
}

export function idOf(stage: Stage, target: Target): string {
  switch (target.kind) {
    case 'person':
      return stage.personIds[target.person];
    case 'file':
      return stage.files[target.person];
    case 'proposal':
      return stage.proposals[target.person];
    case 'round':
    case 'own-round':
      return stage.rounds[target.node];
    case 'import':
    case 'discarded-import':
      return stage.imports[target.node];
    case 'node':
      return stage.nodeIds[target.node];
    case 'account':
      return stage.extraOf(target.node).id;
    case 'grant':
      return stage.extraOf(target.node).grantId;
    case 'session':
      return stage.extraOf(target.node).sessionId;
  }
}

/** For a request that ends what it is about: another of its kind, so that it is still there for everybody else. */
export async function freshIdOf(stage: Stage, target: Target): Promise<string> {
  if (target.kind === 'grant') return stage.extraOf(target.node).freshGrant();
  if (target.kind === 'session') return stage.extraOf(target.node).freshSession();
  if (target.kind === 'file') return stage.freshFile(target.person);
  if (target.kind === 'discarded-import') return stage.freshImport(target.node);
  return idOf(stage, target);
}

/** What a refusal says, without the one thing that may differ. */
export function words(answer: Answer): string {
  const text = answer.text.replace(/"requestId":"[^"]*"/, '"requestId":""');
  return `${answer.status} ${answer.headers.get('content-type')} ${text}`;
}
