import { DownOutlined, SettingOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { useText } from '../locale.tsx';
import { kitTexts } from '../texts.ts';
import type { ListColumn, SavedColumns } from './columns.ts';

type Props<Row> = {
  all: ListColumn<Row>[];
  hidden: Set<string>;
  save: (next: SavedColumns | null) => void;
};

/** Which columns, in which order: by mouse and by keyboard alike. */
export function ColumnSettings<Row>(props: Props<Row>) {
  const t = useText(kitTexts);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('columns')}
      content={<ColumnList {...props} />}
      destroyOnHidden
    >
      <Tooltip title={t('columns')}>
        <Button type="text" icon={<SettingOutlined />} aria-label={t('columns')} />
      </Tooltip>
    </Popover>
  );
}

function ColumnList<Row>({ all, hidden, save }: Props<Row>) {
  const t = useText(kitTexts);
  const order = all.map((column) => column.key);
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    save({ order, hidden: [...next] });
  };
  const move = (index: number, by: number) => {
    const next = [...order];
    const [key] = next.splice(index, 1);
    if (key) next.splice(index + by, 0, key);
    save({ order: next, hidden: [...hidden] });
  };
  return (
    <div className="by-column-settings">
      <ul>
        {all.map((column, index) => (
          <li key={column.key}>
            <Checkbox
              checked={column.always || !hidden.has(column.key)}
              disabled={column.always ?? false}
              onChange={() => toggle(column.key)}
            >
              {column.title}
            </Checkbox>
            <Button
              type="text"
              size="small"
              icon={<UpOutlined />}
              disabled={index === 0}
              aria-label={t('moveUp', { name: column.title })}
              onClick={() => move(index, -1)}
            />
            <Button
              type="text"
              size="small"
              icon={<DownOutlined />}
              disabled={index === all.length - 1}
              aria-label={t('moveDown', { name: column.title })}
              onClick={() => move(index, 1)}
            />
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => save(null)}>
        {t('columnsReset')}
      </Button>
    </div>
  );
}
