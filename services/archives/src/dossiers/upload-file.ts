import { createReadStream } from 'node:fs';
import { type AppContext, authorize, idempotencyOf } from '@banyan/service-kit/http-app';
import { receiveFile } from '@banyan/service-kit/receive-file';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import { maxFileBytes } from './file-types.ts';
import { keepContent } from './keep-content.ts';
import { fileView } from './load-dossier.ts';

/** A file in one request, as a form: `item` and `file`. Large ones are better sent in parts. */
export async function uploadFile(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.dossier.update');
  const memberId = c.req.param('id') as string;
  const scope = await scopeOfMember(deps, granted, memberId);
  const received = await receiveFile(c, { field: 'file', maxBytes: maxFileBytes });
  try {
    const { name, fields, sha256 } = received;
    const item = fields['item'] ?? '';
    const file = await keepContent(deps, scope, { memberId, item, name }, createReadStream(received.path), {
      idempotency: idempotencyOf(c, { item, name, sha256 }),
    });
    return new Response(JSON.stringify(fileView(file)), {
      status: 201,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        location: `/api/archives/dossier-files/${file.id}`,
      },
    });
  } finally {
    await received.remove();
  }
}
