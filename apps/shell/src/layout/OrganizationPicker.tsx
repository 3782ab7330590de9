import { SearchOutlined } from '@ant-design/icons';
import {
  ancestorsOf,
  type OrganizationTree,
  ProblemNotice,
  useNode,
  useOrganizations,
  useText,
} from '@banyan/ui-kit';
import { Input, Spin, Tree } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { shellTexts } from '../texts.ts';

type TreeItem = { key: string; title: string; children?: TreeItem[] };

const mostMatches = 200;

/** The searchable tree behind the switcher; virtual, so thousands of nodes stay quick. */
export function OrganizationPicker(props: { onChoose: (id: string | null) => void; onClose: () => void }) {
  const t = useText(shellTexts);
  const node = useNode();
  const { tree, isError, error, refetch } = useOrganizations();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const shown = useMemo(() => (tree ? (text ? matching(tree, text) : whole(tree)) : null), [tree, text]);
  const [opened, setOpened] = useState<string[] | null>(null);
  const expanded = text ? shown?.expanded : (opened ?? shown?.expanded);
  return (
    <div className="sh-picker" role="dialog" aria-label={t('organizationSwitch')}>
      <Input
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
        prefix={<SearchOutlined />}
        placeholder={t('organizationSearch')}
        aria-label={t('organizationSearch')}
        allowClear
      />
      {isError && (
        <ProblemNotice title={t('organizationFailed')} error={error} onRetry={() => void refetch()} />
      )}
      {!shown && !isError && <Spin />}
      {shown?.items.length === 0 && <p className="by-third">{t('organizationNone')}</p>}
      {shown && shown.items.length > 0 && (
        <Tree<TreeItem>
          treeData={shown.items}
          height={380}
          blockNode
          selectedKeys={node ? [node] : []}
          expandedKeys={expanded ?? []}
          onExpand={(keys) => setOpened(keys.map(String))}
          onSelect={(keys) => props.onChoose(keys[0] ? String(keys[0]) : node)}
        />
      )}
      {node && (
        <button type="button" className="by-link-button" onClick={() => props.onChoose(null)}>
          {t('organizationReset')}
        </button>
      )}
    </div>
  );
}

function whole(tree: OrganizationTree): { items: TreeItem[]; expanded: string[] } {
  const roots = tree.childrenOf.get(null) ?? [];
  return { items: roots.map((root) => toItem(tree, root.id)), expanded: roots.map(({ id }) => id) };
}

/** Matches with what stands above them, so that two branches of one name can be told apart. */
function matching(tree: OrganizationTree, text: string): { items: TreeItem[]; expanded: string[] } {
  const lower = text.toLowerCase();
  const keep = new Set<string>();
  for (const item of tree.items
    .filter(({ name }) => name.toLowerCase().includes(lower))
    .slice(0, mostMatches)) {
    keep.add(item.id);
    for (const above of ancestorsOf(tree, item.id)) keep.add(above.id);
  }
  const roots = (tree.childrenOf.get(null) ?? []).filter(({ id }) => keep.has(id));
  return { items: roots.map(({ id }) => toItem(tree, id, keep)), expanded: [...keep] };
}

function toItem(tree: OrganizationTree, id: string, keep?: Set<string>): TreeItem {
  const children = (tree.childrenOf.get(id) ?? []).filter((child) => !keep || keep.has(child.id));
  const title = tree.byId.get(id)?.name ?? id;
  return children.length > 0
    ? { key: id, title, children: children.map((child) => toItem(tree, child.id, keep)) }
    : { key: id, title };
}
