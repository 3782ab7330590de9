import { MenuOutlined, SearchOutlined } from '@ant-design/icons';
import { AppLink, useText } from '@banyan/ui-kit';
import { Button } from 'antd';
import { CommandPalette } from '../palette/CommandPalette.tsx';
import { usePalette } from '../palette/use-palette.ts';
import { shellTexts } from '../texts.ts';
import { AvatarMenu } from './AvatarMenu.tsx';
import { BanyanMark } from './BanyanMark.tsx';
import { OrganizationSwitcher } from './OrganizationSwitcher.tsx';

export function Header(props: { phone: boolean; onMenu: () => void }) {
  const t = useText(shellTexts);
  const palette = usePalette();
  return (
    <header className="sh-header">
      {props.phone && (
        <Button type="text" icon={<MenuOutlined />} aria-label={t('openMenu')} onClick={props.onMenu} />
      )}
      <AppLink to="/" className="sh-brand" aria-label={t('brand')}>
        <BanyanMark />
        {!props.phone && <strong>{t('brand')}</strong>}
      </AppLink>
      {!props.phone && <span className="sh-rule" />}
      <OrganizationSwitcher />
      <button
        type="button"
        className="sh-search"
        onClick={palette.open}
        {...(props.phone ? { 'aria-label': t('searchHint') } : {})}
      >
        <SearchOutlined aria-hidden />
        {!props.phone && <span>{t('searchHint')}</span>}
        {!props.phone && <kbd>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>}
      </button>
      <AvatarMenu />
      {palette.isOpen && <CommandPalette onClose={palette.close} />}
    </header>
  );
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
