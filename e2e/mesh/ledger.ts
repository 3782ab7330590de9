import { jetstreamManager } from '@nats-io/jetstream';
import { checkSet, isUnbroken, type History } from './history.ts';
import type { Mesh } from './mesh.ts';
import { connectAs, type MeshBroker } from './nats-observer.ts';
import type { Domain, ServiceName } from './services.ts';
import type { Written } from './writers.ts';

/** What acknowledged writes left behind, as sentences about what is wrong; empty when nothing is. */
export async function faultsOfWrites({ owners }: Mesh, history: History<Written>): Promise<string[]> {
  const tokens = (op: string, type: 'invoke' | 'ok' | 'fail' | 'info'): string[] =>
    history.valuesOf(op, type).map(({ token }) => token);
  const people = await owners.archives<{ id: string; token: string }[]>`
    select id, substr(name, 2) as token from members where name like ${'榕%-%'}`;
  const mine = people.filter(({ token }) => tokens('admit', 'invoke').includes(token));
  const settled = new Set([...tokens('admit', 'ok'), ...tokens('admit', 'info')]);
  const admitted = checkSet(
    tokens('admit', 'invoke'),
    tokens('admit', 'ok'),
    tokens('admit', 'fail').filter((token) => !settled.has(token)),
    mine.map(({ token }) => token),
  );
  const faults = [
    ...admitted.lost.map((token) => `admission ${token} was acknowledged and is not there`),
    ...admitted.duplicated.map((token) => `admission ${token} is there twice`),
    ...admitted.unexpected.map((token) => `admission ${token} was refused and is there`),
  ];

  const corrections = await owners.archives<{ id: string; version: number; token: string | null }[]>`
    select h.member_id as id, h.version::int as version,
      (select c ->> 'to' from jsonb_array_elements(h.changes) c where c ->> 'field' = 'note') as token
    from member_history h join members m on m.id = h.member_id where m.name like ${'榕%-%'} order by 1, 2`;
  faults.push(...faultsOfVersions('correct', history, corrections));
  const renames = await owners.identity<{ id: string; version: number; token: string | null }[]>`
    select organization_id as id, version::int as version,
      (select c ->> 'to' from jsonb_array_elements(fields) c where c ->> 'field' = 'shortName') as token
    from organization_changes order by 1, 2`;
  faults.push(...faultsOfVersions('rename', history, renames));
  return faults;
}

/** Per record: versions without a gap, every acknowledged change at the version it was told, no change twice. */
export function faultsOfVersions(
  op: string,
  history: History<Written>,
  stored: readonly { id: string; version: number; token: string | null }[],
): string[] {
  const faults: string[] = [];
  const byRecord = Map.groupBy(stored, ({ id }) => id);
  for (const [id, rows] of byRecord)
    if (!isUnbroken(rows.map(({ version }) => version)))
      faults.push(`${op} of ${id}: versions ${rows.map(({ version }) => version).join(',')}`);
  const at = (id: string | undefined, version: number | undefined): string | null | undefined =>
    byRecord.get(id ?? '')?.find((row) => row.version === version)?.token;
  for (const { id, version, token } of history.valuesOf(op, 'ok'))
    if (at(id, version) !== token)
      faults.push(
        `${op} ${token} was acknowledged as version ${version} of ${id}, which holds ${at(id, version)}`,
      );
  const found = stored.flatMap(({ token }) => (token === null ? [] : [token]));
  const asked = history.valuesOf(op, 'invoke').map(({ token }) => token);
  const refused = history.valuesOf(op, 'fail').map(({ token }) => token);
  const { duplicated, unexpected } = checkSet(
    asked,
    [],
    refused,
    found.filter((token) => asked.includes(token)),
  );
  return [
    ...faults,
    ...duplicated.map((token) => `${op} ${token} was made twice`),
    ...unexpected.map((token) => `${op} ${token} was refused and made`),
  ];
}

/** After the mesh has settled: facts, audit rows and replicas on the other side, each once. */
export async function faultsOfDelivery({ owners, broker }: Mesh): Promise<string[]> {
  const faults: string[] = [];
  const trail = await owners.identity<{ id: string }[]>`select id from audit_trail order by id`;
  const entries = [
    ...(await owners.identity<{ id: string }[]>`select id from audit_entries`),
    ...(await owners.archives<{ id: string }[]>`select id from audit_entries`),
    ...(await owners.gateway<{ id: string }[]>`select id from audit_entries`),
  ];
  faults.push(...differences('audit row', ids(entries), ids(trail)));

  const members = await owners.archives<{ row: string }[]>`
    select concat_ws(' ', id, organization_id, name, stage, state, version) as row from members`;
  const people = await owners.identity<{ row: string }[]>`
    select concat_ws(' ', id, organization_id, name, stage, state, version) as row from people`;
  faults.push(
    ...differences(
      'person',
      members.map(({ row }) => row),
      people.map(({ row }) => row),
    ),
  );

  const tree = (domain: Domain) => owners[domain]<{ row: string }[]>`
    select concat_ws(' ', id, parent_id, path, name, short_name, status, version) as row from organizations`;
  const [owner, replica] = [await tree('identity'), await tree('archives')];
  faults.push(
    ...differences(
      'organization',
      owner.map(({ row }) => row),
      replica.map(({ row }) => row),
    ),
  );

  for (const domain of ['identity', 'archives', 'gateway'] as const) {
    const [{ stored } = { stored: 0 }] = await owners[domain]<{ stored: number }[]>`
      select count(distinct id)::int as stored from outbox`;
    const held = await messagesOf(broker, domain);
    if (held < stored) faults.push(`the stream of ${domain} holds ${held} of ${stored} facts`);
    const [{ parked } = { parked: 0 }] = await owners[domain]<{ parked: number }[]>`
      select count(*)::int as parked from dead_letters`;
    if (parked > 0) faults.push(`${domain} has parked ${parked} facts`);
  }
  const [counted] = await owners.archives<{ rows: number; counts: number }[]>`
    select (select count(*)::int from members) as rows,
      ((select coalesce(sum(own), 0) from member_counts where stage = '*' and state = '*')
        + (select coalesce(sum(delta), 0) from member_count_deltas))::int as counts`;
  if (counted?.rows !== counted?.counts)
    faults.push(`${counted?.rows} people are on record and ${counted?.counts} are counted`);
  return faults;
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Both ways, and counted: a twin on the other side is a difference as well. */
function differences(what: string, source: readonly string[], arrived: readonly string[]): string[] {
  const [from, to] = [new Set(source), new Set(arrived)];
  return [
    ...source.filter((row) => !to.has(row)).map((row) => `${what} did not arrive: ${row}`),
    ...arrived.filter((row) => !from.has(row)).map((row) => `${what} arrived from nowhere: ${row}`),
    ...(arrived.length === to.size ? [] : [`${what}: ${arrived.length - to.size} arrived twice`]),
  ];
}

async function messagesOf(broker: MeshBroker, domain: ServiceName): Promise<number> {
  const connection = await connectAs(broker, 'observer');
  try {
    const manager = await jetstreamManager(connection);
    return (await manager.streams.info(`banyan-${domain}`)).state.messages;
  } finally {
    await connection.close();
  }
}
