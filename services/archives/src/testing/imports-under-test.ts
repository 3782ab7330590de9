import { bodyOf } from '@banyan/test-kit/body-of';
import { duringTests } from '@banyan/test-kit/during-tests';
import type { TestActor } from '@banyan/test-kit/service';
import { beforeAll } from 'vitest';
import type { ImportRowView, ImportView } from '../imports/import-views.ts';
import { importWorkers } from '../imports/work-on-imports.ts';
import type { MemberView } from '../members/member-views.ts';
import {
  type ArchivesUnderTest,
  createArchives,
  everything,
  idNumber,
  path as members,
} from './archives-under-test.ts';

export const imports = '/api/archives/imports';
const mayImport = [...everything, 'archives.member.import'];

export interface ImportsUnderTest extends ArchivesUnderTest {
  importer(node: string, mode?: 'subtree' | 'node'): Promise<TestActor>;
  /** Uploads, and answers once the file is read and checked. */
  upload(actor: TestActor, file: FileInput, fields?: Record<string, string>): Promise<ImportView>;
  show(actor: TestActor, of: { id: string }): Promise<ImportView>;
  rows(actor: TestActor, of: { id: string }, query?: string): Promise<ImportRowView[]>;
  /** Commits or undoes, and answers once it is done. */
  act(actor: TestActor, of: { id: string }, verb: 'commit' | 'undo', body?: unknown): Promise<ImportView>;
  /** The people on record in an organization. */
  peopleOf(node: string): Promise<MemberView[]>;
  /** How many rows a table has. */
  count(table: string): Promise<number>;
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

let serial = 0;

/** An ID number that nobody else has in the tests of a file. */
export function nextIdNumber(): string {
  serial += 1;
  return idNumber(`19${50 + Math.floor(serial / 1000)}-05-06`, serial % 1000);
}

/** The same number with a wrong check character. */
export function mistyped(number: string): string {
  return `${number.slice(0, 17)}${number.endsWith('0') ? '1' : '0'}`;
}

export const heading = ['姓名', '身份证号', '人员类别', '所在党支部'];

/** Lines below that heading, each of somebody new. */
export function people(count: number, branch = 'branch-a1'): string[][] {
  return Array.from({ length: count }, (_, index) => [
    `张${'甲乙丙丁戊己庚辛壬癸'[index % 10]}`,
    nextIdNumber(),
    '正式党员',
    branch,
  ]);
}

/** An archive and an officer who imports for the whole group, for the tests of one file. */
export function importsDuringTests(): { readonly archives: ImportsUnderTest; readonly officer: TestActor } {
  const archives = duringTests(createImports);
  const officer: Partial<TestActor> = {};
  beforeAll(async () => {
    Object.assign(officer, await archives.importer('group'));
  });
  return { archives, officer: officer as TestActor };
}

export async function createImports(): Promise<ImportsUnderTest> {
  const archives = await createArchives(importWorkers);
  const importer = (node: string, mode: 'subtree' | 'node' = 'subtree') =>
    archives.actor([{ permissions: mayImport, mode, nodes: [node] }]);
  const anyone = await importer('group');
  const show = async (actor: TestActor, { id }: { id: string }) =>
    bodyOf<ImportView>(actor.get(`${imports}/${id}`));
  const listed = async <Item>(actor: TestActor, url: string): Promise<Item[]> =>
    (await bodyOf<{ items: Item[] }>(actor.get(url))).items;
  return {
    ...archives,
    importer,
    show,
    upload: async (actor, file, fields) => {
      const begun = await bodyOf<ImportView>(actor.post(imports, form(file, fields)), 202);
      await archives.settleJobs();
      return show(actor, begun);
    },
    rows: (actor, { id }, query = '') => listed(actor, `${imports}/${id}/rows?pageSize=100&${query}`),
    act: async (actor, of, verb, body = {}) => {
      await bodyOf(actor.post(`${imports}/${of.id}/${verb}`, verb === 'undo' ? undefined : body), 202);
      await archives.settleJobs();
      return show(actor, of);
    },
    peopleOf: (node) => listed(anyone, `${members}?organizationId=${archives.node(node).id}&pageSize=100`),
    count: async (table) => {
      const [row] = await archives.owner.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
      return row?.n ?? -1;
    },
  };
}
