import { notFound } from '@banyan/service-kit/error';
import type { Kit } from '@banyan/service-kit/kit';
import { narrowTo, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { scopeOfMember } from '../members/load-member.ts';
import { checkRecordId } from '../members/record-id.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** The scope closed around the organization of the person whose file it is. Throws `not-found` outside the scope. */
export async function scopeOfFile(deps: Deps, scope: Scope, fileId: string): Promise<Scope> {
  return scopeOfMember(deps, scope, await memberOfFile(deps.kit, scope, fileId));
}

async function memberOfFile(kit: Kit, scope: Scope, fileId: string): Promise<string> {
  checkRecordId(fileId);
  const [row] = await kit.database.readOne<{ member: string | null }>(
    narrowTo(scope, nobody),
    'select dossier_file_member($1::uuid) as member',
    [fileId],
  );
  if (!row?.member) throw notFound();
  return row.member;
}
