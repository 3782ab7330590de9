import { TreeSelect } from 'antd';
import { useMemo, useState } from 'react';
import { useText } from '../locale.tsx';
import { kitTexts } from '../texts.ts';
import { type OrganizationNode, type OrganizationTree, useOrganizations } from './organizations.ts';

type Props = {
  value?: string | null;
  onChange?: (id: string | null) => void;
  placeholder?: string;
  ariaLabel?: string;
  width?: number | string;
  /** Only nodes of these types can be chosen; the others only lead there. */
  selectable?: string[];
  allowClear?: boolean;
  id?: string;
};

/** Chooses a node of the part of the tree that I see; virtual, so thousands of nodes stay quick. */
export function OrganizationSelect(props: Props) {
  const t = useText(kitTexts);
  const { tree, isPending } = useOrganizations();
  const [opened, setOpened] = useState(false);
  const chosen = tree && props.value ? tree.byId.get(props.value) : undefined;
  const data = useMemo(
    () => (tree && opened ? toOptions(tree, tree.items, props.selectable) : []),
    [tree, opened, props.selectable],
  );
  const label = useMemo(
    () => (tree && chosen ? toOptions(tree, [chosen], props.selectable) : []),
    [tree, chosen, props.selectable],
  );
  // A link or a saved view may name what this reader does not see: neither name nor id is shown.
  const unseen =
    tree && props.value && !chosen
      ? [{ id: props.value, value: props.value, pId: 0, title: t('outOfSight'), disabled: true }]
      : [];
  const roots = useMemo(() => tree?.childrenOf.get(null)?.map((node) => node.id) ?? [], [tree]);
  return (
    <TreeSelect<string | null>
      {...(props.id ? { id: props.id } : {})}
      treeDataSimpleMode
      treeData={[...unseen, ...(opened ? data : label)]}
      onOpenChange={(open) => open && setOpened(true)}
      value={props.value ?? null}
      onChange={(next) => props.onChange?.(next ?? null)}
      loading={isPending}
      placeholder={props.placeholder ?? t('organization')}
      aria-label={props.ariaLabel ?? props.placeholder ?? t('organization')}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandedKeys={roots}
      allowClear={props.allowClear ?? true}
      popupMatchSelectWidth={360}
      listHeight={360}
      style={{ width: props.width ?? '100%' }}
    />
  );
}

/** Before it is first opened a select holds its own value only: thousands of nodes cost a page its first frames. */
function toOptions(tree: OrganizationTree, nodes: OrganizationNode[], selectable: string[] | undefined) {
  return nodes.map((node) => ({
    id: node.id,
    value: node.id,
    pId: node.parentId !== null && tree.byId.has(node.parentId) ? node.parentId : 0,
    title: node.name,
    disabled: selectable ? !selectable.includes(node.type) : false,
  }));
}
