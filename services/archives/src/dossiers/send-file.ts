import { notFound } from '@banyan/service-kit/error';
import { openFile } from '@banyan/service-kit/file-records';
import type { AppContext } from '@banyan/service-kit/http-app';
import type { Kit } from '@banyan/service-kit/kit';
import type { Scope } from '@banyan/service-kit/scope';
import { type DossierFile, selectDossierFile } from './dossier-table.ts';
import { previewOf } from './file-types.ts';

/**
 * What people upload never runs on the console's origin: it is saved, not opened; only pictures made of pixels may be
 * shown in place, and a browser that opens one by itself finds a sandbox in which nothing is allowed.
 */
const guarded = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
};

/** A file of a dossier, once the audit trail has who read it. `view` shows what may be shown in place. */
export async function sendFile(
  kit: Kit,
  c: AppContext,
  scope: Scope,
  id: string,
  how: 'view' | 'download',
): Promise<Response> {
  const withBody = c.req.raw.method !== 'HEAD';
  const what = { kind: 'stored', about: 'dossier file', actor: scope.actor } as const;
  return kit.streams.answer(c, what, async (send) => {
    const file = await openDossierFile(kit, scope, id, how, withBody);
    const headers = headersOf(file, how === 'view' && previewOf(file.mediaType) === 'image');
    return new Response(withBody ? send(await openFile(kit, file)) : null, { headers });
  });
}

function openDossierFile(kit: Kit, scope: Scope, id: string, how: 'view' | 'download', withBody: boolean) {
  return kit.database.write(scope, async (tx) => {
    const found = await selectDossierFile(tx, id);
    if (found.removedAt !== null) throw notFound();
    if (withBody)
      tx.audit({
        action: `archives.dossier.${how}`,
        entity: 'dossier',
        subjectId: found.memberId,
        organizationId: found.organizationId,
        fields: [found.item],
      });
    return found;
  });
}

function headersOf(file: DossierFile, inline: boolean): Record<string, string> {
  return {
    ...guarded,
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'content-disposition': disposition(inline ? 'inline' : 'attachment', file.name),
    etag: `"${file.sha256}"`,
  };
}

/** RFC 6266, with the name in UTF-8. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${encoded}`;
}
