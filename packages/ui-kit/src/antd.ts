/**
 * The part of antd that the console loads and shares. Remotes import these from `antd`; the type
 * checker refuses any other name. Large parts of rare pages come as lazy fields of the ui-kit instead.
 */
export { default as Alert } from 'antd/es/alert/index.js';
export { default as App } from 'antd/es/app/index.js';
export { default as Avatar } from 'antd/es/avatar/index.js';
export { default as Badge } from 'antd/es/badge/index.js';
export { default as Button } from 'antd/es/button/index.js';
export { default as Checkbox } from 'antd/es/checkbox/index.js';
export { default as ConfigProvider } from 'antd/es/config-provider/index.js';
export { default as Dropdown } from 'antd/es/dropdown/index.js';
export { default as Empty } from 'antd/es/empty/index.js';
export { default as Form } from 'antd/es/form/index.js';
export { default as Input } from 'antd/es/input/index.js';
export { Drawer, Modal } from './dialogs.tsx';
export { default as Pagination } from 'antd/es/pagination/index.js';
export { default as Popconfirm } from 'antd/es/popconfirm/index.js';
export { default as Popover } from 'antd/es/popover/index.js';
export { default as Progress } from 'antd/es/progress/index.js';
export { default as Radio } from 'antd/es/radio/index.js';
export { default as Segmented } from 'antd/es/segmented/index.js';
export { default as Select } from 'antd/es/select/index.js';
export { default as Skeleton } from 'antd/es/skeleton/index.js';
export { default as Spin } from 'antd/es/spin/index.js';
export { default as Switch } from 'antd/es/switch/index.js';
export { default as Table } from 'antd/es/table/index.js';
export { default as Tabs } from 'antd/es/tabs/index.js';
export { default as Tag } from 'antd/es/tag/index.js';
export { default as theme } from 'antd/es/theme/index.js';
export { default as Tooltip } from 'antd/es/tooltip/index.js';
export { default as Tree } from 'antd/es/tree/index.js';
export { default as TreeSelect } from 'antd/es/tree-select/index.js';
export { default as Watermark } from 'antd/es/watermark/index.js';
export type { FormInstance, InputRef, TableColumnsType, TableProps, ThemeConfig } from 'antd';
