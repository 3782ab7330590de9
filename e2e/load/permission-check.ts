import { createAccessDirectory } from '@banyan/service-kit/access-directory';
import { createTree, type TreeNode } from '@banyan/service-kit/organization-tree';
import { holdsPath, organizationalScope } from '@banyan/service-kit/scope';
import { type Figure, quantile } from './report.ts';

/** 10,000 organizations, 5,000 accounts of two grants each; every check takes another account and organization. */
export function permissionCheck(): Figure[] {
  const nodes: TreeNode[] = [
    { id: 'n0', parentId: null, path: '/1/', type: 'group', name: '', status: 'active' },
  ];
  for (let index = 1; index < 10_000; index += 1) {
    const parent = nodes[Math.floor((index - 1) / 20)] as TreeNode;
    nodes.push({
      id: `n${index}`,
      parentId: parent.id,
      path: `${parent.path}${index.toString(36)}/`,
      type: 'branch',
      name: '',
      status: 'active',
    });
  }
  const tree = createTree(nodes, 1);
  const directory = createAccessDirectory(() => tree);
  const permissions = ['archives.member.read', 'archives.member.update', 'identity.organization.read'];
  for (let account = 0; account < 5_000; account += 1) {
    directory.put({
      accountId: `a${account}`,
      personId: null,
      revision: 1,
      active: true,
      grants: [
        {
          role: 'x',
          permissions,
          scope: { mode: 'subtree', nodes: [`n${(account * 7) % 10_000}`] },
          validFrom: null,
          validTo: null,
        },
        {
          role: 'y',
          permissions: permissions.slice(0, 1),
          scope: { mode: 'node', nodes: [`n${(account * 13) % 10_000}`] },
          validFrom: null,
          validTo: null,
        },
      ],
    });
  }
  const now = Date.now();
  const actor = { accountId: null, personId: null, sessionId: null, requestId: null };
  let held = 0;
  const check = (index: number): void => {
    const reach = directory.reach(`a${(index * 31) % 5_000}`, permissions[index % 3] as string, now);
    const node = tree.get(`n${(index * 17) % 10_000}`) as TreeNode;
    if (
      reach !== null &&
      holdsPath(organizationalScope(actor, '', reach.ranges, reach.whole, null), node.path)
    )
      held += 1;
  };
  for (let index = 0; index < 500_000; index += 1) check(index);
  const samples: number[] = [];
  const perBatch = 50;
  for (let batch = 0; batch < 20_000; batch += 1) {
    const started = process.hrtime.bigint();
    for (let index = 0; index < perBatch; index += 1) check(batch * perBatch + index);
    samples.push(Number(process.hrtime.bigint() - started) / perBatch / 1_000);
  }
  if (held === 0) throw new Error('The checks never held: nothing was measured.');
  return [
    {
      name: 'permission check in process, p50',
      value: quantile(samples, 0.5),
      unit: 'µs',
      target: 1,
      note: 'batches of 50',
    },
    { name: 'permission check in process, p99', value: quantile(samples, 0.99), unit: 'µs' },
  ];
}
