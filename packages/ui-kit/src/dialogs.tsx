import type { DrawerProps, ModalProps } from 'antd';
import AntdDrawer from 'antd/es/drawer/index.js';
import AntdModal from 'antd/es/modal/index.js';
import { useEffect, useState } from 'react';

/** Dialogs are drawn while they are open, and antd gives the focus back only to those that stay: this does. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}

export function Modal(props: ModalProps) {
  useFocusBack();
  return <AntdModal {...props} />;
}

export function Drawer(props: DrawerProps) {
  useFocusBack();
  return <AntdDrawer {...props} />;
}
