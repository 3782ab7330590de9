import { formatNumber, useLocale, useText } from '@banyan/ui-kit';
import { Tree } from 'antd';
import { type Key, useEffect, useMemo, useState } from 'react';
import { nest, pathTo, type OrganizationItem, type TreeNode } from './organization-tree.ts';
import { organizationTexts } from './organization-texts.ts';

type Props = {
  items: OrganizationItem[];
  people: Map<string, number>;
  /** All nodes are open while they are the answer to a search. */
  searching: boolean;
  selected: string | null;
  onSelect: (id: string) => void;
};

/** Thousands of nodes stay quick: only what is in the window is drawn. Arrow keys move and open. */
export function OrganizationTree({ items, people, searching, selected, onSelect }: Props) {
  const t = useText(organizationTexts);
  const roots = useMemo(() => nest(items), [items]);
  const [opened, setOpened] = useState<Key[]>(() => [
    ...roots.map((root) => root.key),
    ...pathTo(items, selected ?? '').map((item) => item.id),
  ]);
  const expanded = searching ? items.map((item) => item.id) : opened;
  return (
    <Tree<TreeNode>
      className="identity-tree"
      aria-label={t('tree')}
      treeData={roots}
      titleRender={(node) => <NodeTitle item={node.item} people={people.get(node.key) ?? 0} />}
      height={useRoomBelow()}
      blockNode
      virtual
      expandedKeys={expanded}
      onExpand={(keys) => setOpened(keys)}
      selectedKeys={selected ? [selected] : []}
      onSelect={(_keys, { node }) => onSelect(node.key)}
    />
  );
}

function NodeTitle({ item, people }: { item: OrganizationItem; people: number }) {
  const t = useText(organizationTexts);
  const locale = useLocale();
  return (
    <span className="identity-node">
      <span className="identity-node-name">{item.name}</span>
      {item.status !== 'active' && <span className="identity-node-type">{t(`status.${item.status}`)}</span>}
      {people > 0 && (
        <span className="identity-node-count" title={t('members', { count: people })}>
          {formatNumber(people, locale)}
        </span>
      )}
    </span>
  );
}

const aboveTree = 216;

/** Height of the window that is left for the tree; the virtual list needs it in pixels. */
function useRoomBelow(): number {
  const [height, setHeight] = useState(() => window.innerHeight);
  useEffect(() => {
    const measure = () => setHeight(window.innerHeight);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return Math.max(280, height - aboveTree);
}
