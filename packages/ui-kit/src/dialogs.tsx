import type { DrawerProps, ModalProps } from 'antd';
import AntdDrawer from 'antd/es/drawer/index.js';
import AntdModal from 'antd/es/modal/index.js';
import { useFocusBack } from './use-focus-back.ts';

/** Drawn only while they are open; antd gives the focus back only to those that stay. */
export function Modal(props: ModalProps) {
  useFocusBack();
  return <AntdModal {...props} />;
}

export function Drawer(props: DrawerProps) {
  useFocusBack();
  return <AntdDrawer {...props} />;
}
