import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useText } from '../locale.tsx';
import { kitTexts } from '../texts.ts';
import { type OrganizationTree, useOrganizations } from './organizations.ts';

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
  const data = useMemo(() => (tree ? toOptions(tree, props.selectable) : []), [tree, props.selectable]);
  const roots = useMemo(() => tree?.childrenOf.get(null)?.map((node) => node.id) ?? [], [tree]);
  return (
    <TreeSelect<string | null>
      {...(props.id ? { id: props.id } : {})}
      treeDataSimpleMode
      treeData={data}
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

function toOptions(tree: OrganizationTree, selectable: string[] | undefined) {
  return tree.items.map((node) => ({
    id: node.id,
    value: node.id,
    pId: node.parentId !== null && tree.byId.has(node.parentId) ? node.parentId : 0,
    title: node.name,
    disabled: selectable ? !selectable.includes(node.type) : false,
  }));
}
