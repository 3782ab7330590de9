import { Secret } from '@banyan/service-kit/config';
import { createTestService, type TestActor, type TestService } from '@banyan/test-kit/service';
import { mountFeatures } from '../app.ts';
import { migrations } from '../definition.ts';
import type { Deps } from '../deps.ts';
import type { ImportRowView, ImportView } from '../imports/import-views.ts';
import { importWorkers } from '../imports/work-on-imports.ts';
import type { MemberView } from '../members/member-views.ts';
import { createSealer } from '../members/sealed-fields.ts';
import { subscriptions } from '../subscriptions.ts';
import { everything, keys, path as members, serviceSecret, sketch } from './archives-under-test.ts';

export const imports = '/api/archives/imports';
export const mayImport = [...everything, 'archives.member.import'];

export interface ImportsUnderTest extends TestService {
  readonly deps: Deps;
  importer(node: string, mode?: 'subtree' | 'node'): Promise<TestActor>;
  admit(node: string, values?: Record<string, unknown>): Promise<MemberView>;
  /** Uploads, and answers once the file is read and checked. */
  upload(actor: TestActor, file: FileInput, fields?: Record<string, string>): Promise<ImportView>;
  show(actor: TestActor, of: { id: string }): Promise<ImportView>;
  rows(actor: TestActor, of: { id: string }, query?: string): Promise<ImportRowView[]>;
  /** Commits or undoes, and answers once it is done. */
  act(actor: TestActor, of: { id: string }, verb: 'commit' | 'undo', body?: unknown): Promise<ImportView>;
}

export type FileInput = string | Uint8Array;

export function form(file: FileInput, fields: Record<string, string> = {}, name = '名册.csv'): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  data.set('file', new Blob([file as never]), name);
  return data;
}

/** A text of lines of cells. */
export function csv(...lines: readonly (readonly string[])[]): string {
  return `${lines.map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')}\n`;
}

export async function createImports(): Promise<ImportsUnderTest> {
  let deps: Deps | undefined;
  const service = await createTestService({
    domain: 'archives',
    migrations,
    tree: sketch,
    compose: (kit, app) => {
      deps = {
        kit,
        sealer: createSealer(keys),
        serviceSecret: new Secret(serviceSecret),
        recent: { since: null },
      };
      mountFeatures(app, deps);
      return { subscriptions, jobs: importWorkers(deps) };
    },
  });
  const importer = (node: string, mode: 'subtree' | 'node' = 'subtree') =>
    service.actor([{ permissions: mayImport, mode, nodes: [node] }]);
  const admitting = await importer('group');
  const show = async (actor: TestActor, { id }: { id: string }) =>
    json<ImportView>(await actor.get(`${imports}/${id}`), 200);
  return {
    ...service,
    deps: deps as Deps,
    importer,
    show,
    admit: async (node, values = {}) => {
      const body = { name: '李文博', organizationId: service.node(node).id, stage: 'full', ...values };
      return json<MemberView>(await admitting.post(members, body), 201);
    },
    upload: async (actor, file, fields) => {
      const begun = await json<ImportView>(await actor.post(imports, form(file, fields)), 202);
      await service.settleJobs();
      return show(actor, begun);
    },
    rows: async (actor, { id }, query = '') => {
      const list = await json<{ items: ImportRowView[] }>(
        await actor.get(`${imports}/${id}/rows?pageSize=100&${query}`),
        200,
      );
      return list.items;
    },
    act: async (actor, of, verb, body = {}) => {
      await json(await actor.post(`${imports}/${of.id}/${verb}`, verb === 'undo' ? undefined : body), 202);
      await service.settleJobs();
      return show(actor, of);
    },
  };
}

export async function json<Body>(response: Response, status: number): Promise<Body> {
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.status}: ${text}`);
  return JSON.parse(text) as Body;
}
