import type { Readable } from 'node:stream';
import { type AppContext, authorize } from '@banyan/service-kit/http-app';
import type { Kit } from '@banyan/service-kit/kit';
import { refuseSource } from '@banyan/service-kit/request-source';
import type { Scope } from '@banyan/service-kit/scope';
import type { Send } from '@banyan/service-kit/streams';
import { ZipFile } from 'yazl';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import { type ArchivedFile, archivePaths, indexTable, indexText } from './dossier-index.ts';
import { dossierReach } from './dossier-policy.ts';
import { contentFolder } from './dossier-table.ts';
import { loadDossier } from './load-dossier.ts';
import { disposition } from './send-file.ts';

/** The whole dossier as one archive with its index, written as it is read. */
export async function archiveDossier(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.read');
  const id = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, id);
  refuseSource(c, 'elsewhere');
  const withBody = c.req.raw.method !== 'HEAD';
  const what = { kind: 'stored', about: 'dossier archive', actor: scope.actor } as const;
  return kit.streams.answer(c, what, (send) => archiveOf(kit, scope, id, withBody ? send : null));
}

/** Nothing but its headers where nothing is to be sent. */
async function archiveOf(kit: Kit, scope: Scope, id: string, send: Send | null): Promise<Response> {
  const reach = dossierReach(kit.authorizer, kit.tree(), scope.actor);
  const today = kit.clock.today();
  const dossier = await kit.database.write(scope, async (tx) => {
    const loaded = await loadDossier(tx, reach, id, today);
    if (send !== null)
      tx.audit({
        action: 'archives.dossier.archive',
        entity: 'dossier',
        subjectId: id,
        organizationId: loaded.organizationId,
        fields: loaded.items.filter(({ files }) => files.length > 0).map(({ item }) => item),
      });
    return loaded;
  });
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': disposition('attachment', `${dossier.memberName}-党员档案-${today}.zip`),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
  if (send === null) return new Response(null, { headers });
  const archived = archivePaths(dossier);
  const zip = zipOf(kit, archived);
  zip.addBuffer(Buffer.from(indexTable(dossier, archived)), '目录.csv');
  zip.addBuffer(Buffer.from(indexText(dossier, archived, today)), '目录.txt');
  zip.end();
  return new Response(send(zip.outputStream as Readable), { headers });
}

/** One file is open at a time. Scans do not get smaller by compression. */
function zipOf(kit: Kit, archived: readonly ArchivedFile[]): ZipFile {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // Half an archive must not look like a whole one: the connection breaks.
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { file, path } of archived) {
    const options = { compress: false, size: file.size, mtime: new Date(file.createdAt) };
    zip.addReadStreamLazy(path, options, (done) => {
      kit.files.open(`${contentFolder}/${file.id}`).then(
        (content) => {
          output.once('close', () => content.destroy());
          done(null, content);
        },
        (error: unknown) => done(error, undefined as never),
      );
    });
  }
  return zip;
}
