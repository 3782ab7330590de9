import { extractStyle } from '@ant-design/static-style-extract';
import { ConfigProvider } from 'antd';
import { createElement } from 'react';

/** Names of `antd.ts` whose styles the page needs from the start; App brings `message`. */
export const antdComponents = [
  'Alert',
  'App',
  'Avatar',
  'Badge',
  'Button',
  'Checkbox',
  'Drawer',
  'Dropdown',
  'Empty',
  'Form',
  'Input',
  'message',
  'Modal',
  'Pagination',
  'Popconfirm',
  'Popover',
  'Progress',
  'Radio',
  'Segmented',
  'Select',
  'Skeleton',
  'Spin',
  'Switch',
  'Table',
  'Tabs',
  'Tag',
  'Tooltip',
  'Tree',
  'TreeSelect',
  'Watermark',
];

const extractionKey = 'banyan-extraction';

/**
 * The styles of some antd components as plain CSS over variables, made at build time: generating them
 * in the browser took a sixth of the time to the first row. Values stay with the theme, at run time.
 */
export function extractAntdStyles(components: string[]): string {
  const css = extractStyle({
    includes: components,
    customTheme: (node) =>
      createElement(ConfigProvider, { theme: { hashed: false, cssVar: { key: extractionKey } } }, node),
  });
  return css.replace(new RegExp(`\\.${extractionKey}[^{]*\\{[^}]*\\}`, 'g'), '');
}
