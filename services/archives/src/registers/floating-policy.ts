import type { Authorizer } from '@banyan/service-kit/authorize';
import { AppError, notFound } from '@banyan/service-kit/error';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { type Actor, holds, narrowTo, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { checkRecordId } from '../members/record-id.ts';
import type { Direction } from './floating.ts';
import type { FloatingRow } from './floating-table.ts';
import type { FloatingAbility } from './register-views.ts';

/** The organizations at the two ends of an entry. */
export interface Ends {
  readonly home: string | null;
  readonly host: string | null;
  readonly person: string | null;
}

export interface FloatingReach {
  readonly tree: OrganizationTree;
  readonly read: Scope | null;
  readonly update: Scope | null;
  readonly readSensitive: Scope | null;
}

export function floatingReach(authorizer: Authorizer, tree: OrganizationTree, actor: Actor): FloatingReach {
  return {
    tree,
    read: authorizer.scopeFor(actor, 'archives.register.read'),
    update: authorizer.scopeFor(actor, 'archives.register.update'),
    readSensitive: authorizer.scopeFor(actor, 'archives.member.read-sensitive'),
  };
}

function sees(scope: Scope | null, tree: OrganizationTree, organizationId: string | null): boolean {
  return scope !== null && organizationId !== null && holds(scope, tree, organizationId);
}

export function endsOf(row: FloatingRow): Ends {
  return { home: row.homeId, host: row.organizationId, person: row.personId };
}

/** The end that keeps the entry: the home branch of our people, the branch that people of elsewhere are with. */
function keeper({ home, host, person }: Ends): string | null {
  return person === null ? host : home;
}

export function directionFor({ read, tree }: FloatingReach, ends: Ends): Direction {
  return ends.person !== null && sees(read, tree, ends.home) ? 'out' : 'in';
}

/** The verbs that this reader may use on this entry now. */
export function floatingAbilitiesOf(reach: FloatingReach, row: FloatingRow): FloatingAbility[] {
  const ends = endsOf(row);
  const { tree, update, readSensitive } = reach;
  const abilities: FloatingAbility[] = [];
  const keeps = sees(update, tree, keeper(ends));
  if (row.closedOn === null) {
    if (keeps) abilities.push('update');
    if (keeps || sees(update, tree, ends.host)) abilities.push('log-contact');
    if (keeps) abilities.push('close');
  }
  const hidden = row.idNumber ?? row.phone ?? row.contactPhone;
  if (hidden !== null && sees(readSensitive, tree, keeper(ends))) abilities.push('unmask');
  return abilities;
}

const nowhere = '00000000-0000-0000-0000-000000000000';

/** The scope closed around the end of the entry that it holds; with `keeping`, the end that keeps it alone. */
export async function scopeOfFloating(
  { kit }: Deps,
  scope: Scope,
  id: string,
  keeping = false,
): Promise<Scope> {
  checkRecordId(id);
  const [ends] = await kit.database.readOne<Ends>(
    narrowTo(scope, nowhere),
    'select home, host, person from floating_ends($1::uuid)',
    [id],
  );
  if (ends === undefined) throw notFound();
  const end = [keeper(ends), ends.home, ends.host].find((one) => sees(scope, kit.tree(), one));
  if (end === undefined || end === null) throw notFound();
  if (keeping && end !== keeper(ends)) throw notKeeper();
  return narrowTo(scope, end);
}

function notKeeper(): AppError {
  return new AppError('forbidden', 'archives.register-home-only', 'The home branch keeps this entry.', {
    detail: 'Contacts may be noted here; anything else is for the branch that holds the formal relation.',
  });
}

export function closedAlready(): AppError {
  return new AppError('conflict', 'archives.floating-closed', 'This entry is closed.', {
    detail: 'Register the person anew if they are away again.',
  });
}
