import { bodyOf } from '@banyan/test-kit/body-of';
import type { TestActor } from '@banyan/test-kit/service';
import type { DossierFileView, DossierView } from '../dossiers/dossier-views.ts';
import { type ArchivesUnderTest, at } from './archives-under-test.ts';

/** The least that is taken for a PDF, padded to a size. */
export function pdf(size = 64): Buffer {
  const head = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
  return Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length), 'x')]);
}

/** One red pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

export function form(item: string, content: Uint8Array, name: string): FormData {
  const fields = new FormData();
  fields.set('item', item);
  fields.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), name);
  return fields;
}

/** Somebody who keeps the dossiers of a node and below. */
export function keeper(archives: ArchivesUnderTest, node: string): Promise<TestActor> {
  const permissions = ['archives.dossier.read', 'archives.dossier.update'];
  return archives.actor([{ permissions, mode: 'subtree', nodes: [node] }]);
}

type Member = { readonly id: string };

export async function file(
  actor: TestActor,
  member: Member,
  item: string,
  content: Uint8Array = pdf(),
  name = '扫描件.pdf',
): Promise<DossierFileView> {
  return bodyOf<DossierFileView>(actor.post(at(member, '/dossier/files'), form(item, content, name)), 201);
}

export async function dossierOf(actor: TestActor, member: Member): Promise<DossierView> {
  return bodyOf<DossierView>(actor.get(at(member, '/dossier')));
}

export function itemOf(dossier: DossierView, item: string) {
  const found = dossier.items.find((one) => one.item === item);
  if (found === undefined) throw new Error(`The dossier has no item ${item}.`);
  return found;
}
