import { AppError, notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { holds, narrowTo, narrowToPerson, type Scope } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { refused } from '../members/check-values.ts';
import { lockRecord } from '../members/load-member.ts';
import type { RecordRow } from '../members/member-table.ts';
import { checkDestination, insertApplication } from './apply-for-transfer.ts';
import { maxGroupSize } from './letter-rules.ts';
import { applyGroupSchema } from './transfer-requests.ts';
import { groupResponse, groupView } from './show-group.ts';
import { transferReach } from './transfer-policy.ts';

/** Applies for several people, or for everybody of a branch, at once: for all of them or for nobody. */
export async function applyForGroup(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const scope = await authorize(kit, c, 'archives.transfer.create');
  const raw = await jsonOf(c);
  const asked = await peopleAskedFor(deps, scope, raw);
  const application = parseBody(applyGroupSchema, raw);
  if ((application.memberIds === undefined) === (application.fromOrganizationId === undefined))
    throw refused([{ field: 'memberIds', code: 'required', message: 'Either these or fromOrganizationId.' }]);
  checkDestination(deps, application.toOrganizationId);
  if (asked.length > maxGroupSize) throw tooMany();
  const groupId = uuidv7();
  const { id } = await kit.database.write(
    narrowToPerson(scope, asked[0] ?? nobody),
    async (tx) => {
      // Not before: of a request that is repeated everybody is under way, and it gets its first answer.
      if (asked.length === 0) throw nobodyToMove();
      // All people first, in the order of their ids, as every act of a group does.
      const people: RecordRow[] = [];
      for (const memberId of asked) {
        await tx.enter(narrowToPerson(scope, memberId));
        const person = await lockRecord(tx, memberId);
        if (!holds(scope, kit.tree(), person.organizationId)) throw notFound();
        people.push(person);
      }
      for (const person of people) {
        await tx.enter(narrowToPerson(scope, person.id));
        await insertApplication(deps, tx, person, application, uuidv7(), groupId).catch((error: unknown) => {
          throw naming(error, person);
        });
      }
      return { id: groupId };
    },
    { idempotency: idempotencyOf(c, raw) },
  );
  const reach = transferReach(kit.authorizer, kit.tree(), scope.actor);
  return groupResponse(await groupView(deps, reach, scope, id), true);
}

/** The people, by id. Whoever names a person or branch out of scope is told that there is none. */
async function peopleAskedFor({ kit }: Deps, scope: Scope, raw: unknown): Promise<readonly string[]> {
  const { memberIds, fromOrganizationId: from } = (raw ?? {}) as Record<string, unknown>;
  if (Array.isArray(memberIds)) {
    const ids = [...new Set(memberIds.filter(isUuid).map((id) => id.toLowerCase()))].slice(
      0,
      maxGroupSize + 1,
    );
    const homes = await kit.database.readOne<{ home: string | null }>(
      narrowToPerson(scope, nobody),
      'select member_organization(id) as home from unnest($1::text::uuid[]) id',
      [`{${ids.join(',')}}`],
    );
    if (homes.some(({ home }) => home === null || !holds(scope, kit.tree(), home))) throw notFound();
    return ids.toSorted();
  }
  if (!isUuid(from)) return [];
  const branch = from.toLowerCase();
  if (!holds(scope, kit.tree(), branch)) throw notFound();
  // Whoever is under way elsewhere already goes there.
  const people = await kit.database.readOne<{ id: string }>(
    narrowTo(scope, branch),
    `select m.id from members m where m.organization_id = $1::uuid and m.state = 'active' and not exists (
       select 1 from transfers t where t.member_id = m.id and t.state in ('applied', 'issued', 'expired')
     ) order by m.id limit ${maxGroupSize + 1}`,
    [branch],
  );
  return people.map(({ id }) => id);
}

const nobody = '00000000-0000-0000-0000-000000000000';
function isUuid(value: unknown): value is string {
  return (
    typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)
  );
}

function nobodyToMove(): AppError {
  return new AppError('conflict', 'archives.transfer-nobody', 'There is nobody to transfer.', {
    detail: 'Nobody in this branch is active and not under way elsewhere already.',
  });
}

function tooMany(): AppError {
  return refused([
    { field: 'memberIds', code: 'too_big', message: `At most ${maxGroupSize} people at once.` },
  ]);
}

/** A refusal that says which of the people it is about. */
function naming(error: unknown, person: RecordRow): unknown {
  if (!(error instanceof AppError) || error.kind !== 'conflict') return error;
  const { detail, extensions } = error.details;
  return new AppError('conflict', error.code, error.message, {
    detail: `${person.name}: ${detail ?? ''}`,
    extensions: { ...extensions, memberId: person.id },
  });
}
