import { ApartmentOutlined, DownOutlined } from '@ant-design/icons';
import { type OrganizationNode, useLocale, useNode, useOrganizations, useText } from '@banyan/ui-kit';
import { Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { organizationTypes, shellTexts } from '../texts.ts';

const OrganizationPicker = lazy(async () => ({
  default: (await import('./OrganizationPicker.tsx')).OrganizationPicker,
}));

/** "See as this node": narrows every page to a node and below, by `?node=`. */
export function OrganizationSwitcher() {
  const t = useText(shellTexts);
  const [open, setOpen] = useState(false);
  const [, setParams] = useSearchParams();
  const { current, note } = useCurrentOrganization();
  const choose = (id: string | null) => {
    setOpen(false);
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const name of ['page', 'open', 'organizationId']) after.delete(name);
      if (id) after.set('node', id);
      else after.delete('node');
      return after;
    });
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <Suspense fallback={<div className="sh-picker" />}>
          <OrganizationPicker onChoose={choose} onClose={() => setOpen(false)} />
        </Suspense>
      }
    >
      <button type="button" className="sh-organization" aria-haspopup="dialog" aria-expanded={open}>
        <ApartmentOutlined aria-hidden />
        <span className="by-hidden">{t('organizationSwitch')}</span>
        <span className="sh-organization-name">{current?.name ?? t('organizationAll')}</span>
        {note && <span className="sh-organization-note">{note}</span>}
        <DownOutlined className="sh-chevron" aria-hidden />
      </button>
    </Popover>
  );
}

/** The chosen node, else the one root of my scope; null when my scope has several. */
export function useCurrentOrganization(): { current: OrganizationNode | null; note: string | null } {
  const locale = useLocale();
  const node = useNode();
  const { tree } = useOrganizations();
  const roots = tree?.childrenOf.get(null) ?? [];
  const current = (node ? tree?.byId.get(node) : roots.length === 1 ? roots[0] : undefined) ?? null;
  if (!current || !tree) return { current, note: null };
  const parent = current.parentId ? tree.byId.get(current.parentId) : undefined;
  const type = organizationTypes[locale][current.type as keyof (typeof organizationTypes)['zh-CN']];
  return { current, note: parent?.shortName || parent?.name || type || null };
}
