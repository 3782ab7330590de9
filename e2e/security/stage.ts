import { randomUUID } from 'node:crypto';
import { type Client, expectStatus } from '../mesh/client.ts';
import { foundGroup, type Group, password } from '../mesh/group.ts';
import type { Mesh } from '../mesh/mesh.ts';
import { cast } from './cast.ts';
import type { HeldRole, Somebody } from './oracle.ts';
import {
  destinations,
  homes,
  type NodeName,
  nodeNames,
  nodeTypes,
  parents,
  type PersonName,
  personNames,
} from './tree.ts';

/** The tree, the people and the accounts of the cast in a real mesh, by their names. */
export interface Stage {
  readonly mesh: Mesh;
  readonly group: Group;
  readonly nodeIds: Readonly<Record<NodeName, string>>;
  readonly personIds: Readonly<Record<PersonName, string>>;
  readonly accountIds: ReadonlyMap<string, string>;
  /** Applied for, one for each person, each as a group of its own. */
  readonly transfers: Readonly<Record<PersonName, { readonly id: string; readonly groupId: string }>>;
  /** What was proposed for each person, and is decided. */
  readonly proposals: Readonly<Record<PersonName, string>>;
  /** A verification round that went down from each node, and is closed. */
  readonly rounds: Readonly<Record<NodeName, string>>;
  /** A roster for each node, with one row that is wrong. */
  readonly imports: Readonly<Record<NodeName, string>>;
  freshImport(node: NodeName): Promise<string>;
  /** In the dossier of each person. */
  readonly files: Readonly<Record<PersonName, string>>;
  /** Another file there, which may be removed. */
  freshFile(person: PersonName): Promise<string>;
  clientOf(who: Somebody): Client;
  /** An account at home at the node that nobody of the cast has: it is disabled, locked and granted to. */
  extraOf(node: NodeName): Extra;
}

/** The roles of a member come with the link to the record. */
export function isGranted({ role }: HeldRole): boolean {
  return role !== 'member' && role !== 'home';
}

/** Part of every name, and the last digits of every phone: a search that everybody on record answers to. */
export const sharedName = '榕';
export const sharedPinyin = 'rong';
export const sharedPhoneTail = '6688';

export interface Extra {
  readonly username: string;
  readonly id: string;
  readonly grantId: string;
  readonly sessionId: string;
  /** A grant that may be revoked. */
  freshGrant(): Promise<string>;
  /** A session that may be ended. */
  freshSession(): Promise<string>;
}

export async function setStage(mesh: Mesh): Promise<Stage> {
  const group = await foundGroup(mesh);
  const nodeIds = { group: group.rootId } as Record<NodeName, string>;
  for (const node of nodeNames) {
    const parent: NodeName | null = parents[node];
    if (parent !== null) nodeIds[node] = await group.addOrganization(node, nodeTypes[node], nodeIds[parent]);
  }
  await mesh.settle();

  const accountIds = new Map<string, string>();
  const clients = new Map<string, Client>([
    ['system-admin', group.system],
    ['security-admin', group.security],
    ['audit-admin', group.auditor],
  ]);
  const enter = async (
    who: Somebody,
    account: { personId?: string; organizationId?: string },
  ): Promise<void> => {
    const id = await group.addAccount({ username: who.name, ...account });
    accountIds.set(who.name, id);
    for (const { role, mode, nodes } of who.held.filter(isGranted))
      await group.grant(
        id,
        role,
        mode,
        nodes.map((node) => nodeIds[node]),
      );
    clients.set(who.name, await mesh.signIn(who.name, password));
  };

  const registrar: Somebody = cast.find(({ name }) => name === 'officer.all') as Somebody;
  await enter(registrar, { organizationId: nodeIds.group });
  const personIds = {} as Record<PersonName, string>;
  for (const [index, person] of personNames.entries())
    personIds[person] = await admit(clients.get(registrar.name) as Client, index, nodeIds[homes[person]]);
  await mesh.settle();

  const transfers = {} as Record<PersonName, { id: string; groupId: string }>;
  for (const person of personNames)
    transfers[person] = await apply(
      clients.get(registrar.name) as Client,
      personIds[person],
      nodeIds[destinations[person]],
    );

  const registering = clients.get(registrar.name) as Client;
  const proposals = {} as Record<PersonName, string>;
  for (const person of personNames) proposals[person] = await propose(registering, personIds[person]);
  const rounds = {} as Record<NodeName, string>;
  for (const node of nodeNames) rounds[node] = await askOnce(registering, nodeIds[node]);

  const imports = {} as Record<NodeName, string>;
  const freshImport = (node: NodeName) => startImport(registering, nodeIds[node]);
  for (const node of nodeNames) imports[node] = await freshImport(node);

  const files = {} as Record<PersonName, string>;
  const freshFile = (person: PersonName) => fileFor(registering, personIds[person]);
  for (const person of personNames) files[person] = await freshFile(person);

  const others = cast.filter(({ name }) => name !== registrar.name && !clients.has(name));
  for (const who of others)
    await enter(
      who,
      who.person === null ? { organizationId: nodeIds[who.home] } : { personId: personIds[who.person] },
    );
  const extras = new Map<NodeName, Extra>();
  for (const node of nodeNames) extras.set(node, await addExtra(mesh, group, node, nodeIds[node]));
  await mesh.settle();
  for (const { id, username } of await accountsOf(group.system)) accountIds.set(username, id);

  return {
    mesh,
    group,
    nodeIds,
    personIds,
    accountIds,
    transfers,
    proposals,
    rounds,
    imports,
    freshImport,
    files,
    freshFile,
    clientOf: (who) => clients.get(who.name) as Client,
    extraOf: (node) => extras.get(node) as Extra,
  };
}

async function addExtra(mesh: Mesh, group: Group, node: NodeName, nodeId: string): Promise<Extra> {
  const username = `extra.${node}`;
  const id = await group.addAccount({ username, organizationId: nodeId });
  const freshSession = async (): Promise<string> => {
    const client = await mesh.signIn(username, password);
    const me = expectStatus<{ session: { id: string } }>(await client.get('/api/identity/me'), 200, 'me');
    return me.session.id;
  };
  return {
    username,
    id,
    grantId: await group.grant(id, 'publisher', 'node', [nodeId]),
    sessionId: await freshSession(),
    freshGrant: () => group.grant(id, 'editor', 'node', [nodeId]),
    freshSession,
  };
}

async function admit(registrar: Client, index: number, organizationId: string): Promise<string> {
  const made = await registrar.post('/api/archives/members', {
    name: `${sharedName}${'甲乙丙丁戊己庚辛'[index]}`,
    organizationId,
    phone: `138${String(index).padStart(4, '0')}${sharedPhoneTail}`,
    address: `示范路 ${index + 1} 号`,
  });
  return expectStatus<{ id: string }>(made, 201, 'a member on record').id;
}

async function apply(
  registrar: Client,
  memberId: string,
  toOrganizationId: string,
): Promise<{ id: string; groupId: string }> {
  const body = { memberIds: [memberId], toOrganizationId, reason: '调动' };
  const made = await registrar.post('/api/archives/transfers/groups', body);
  const { id, items } = expectStatus<{ id: string; items: { id: string }[] }>(
    made,
    201,
    'a transfer applied for',
  );
  return { id: items[0]?.id as string, groupId: id };
}

async function propose(registrar: Client, memberId: string): Promise<string> {
  const path = '/api/archives/change-requests';
  const made = await registrar.post(path, { memberId, changes: { post: '采油工' } });
  const { id } = expectStatus<{ id: string }>(made, 201, 'a change proposed');
  const fields = [{ field: 'post', decision: 'decline', reason: '无' }];
  expectStatus(await registrar.post(`${path}/${id}/decide`, { fields }), 200, 'a change declined');
  return id;
}

async function fileFor(registrar: Client, memberId: string): Promise<string> {
  const form = new FormData();
  form.set('item', 'other');
  form.set('file', new Blob(['%PDF-1.7\n%%EOF\n']), '材料.pdf');
  const made = await registrar.post(`/api/archives/members/${memberId}/dossier/files`, form);
  return expectStatus<{ id: string }>(made, 201, 'a file in a dossier').id;
}

async function startImport(registrar: Client, organizationId: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([`姓名,人员类别,所在党支部\n${randomUUID()},无此类别,无此支部\n`]), '名册.csv');
  const made = await registrar.post(`/api/archives/imports?organizationId=${organizationId}`, form);
  return expectStatus<{ id: string }>(made, 202, 'a file being imported').id;
}

async function askOnce(registrar: Client, organizationId: string): Promise<string> {
  const path = '/api/archives/verifications';
  const round = { organizationId, title: '核实', dueOn: '2099-12-31' };
  const { id } = expectStatus<{ id: string }>(await registrar.post(path, round), 201, 'a round opened');
  expectStatus(await registrar.post(`${path}/${id}/close`), 200, 'a round closed');
  return id;
}

async function accountsOf(system: Client): Promise<{ id: string; username: string }[]> {
  const answer = await system.get('/api/identity/accounts?pageSize=100');
  return expectStatus<{ items: { id: string; username: string }[] }>(answer, 200, 'accounts').items;
}
