import { useText } from '@banyan/ui-kit';
import { DeleteOutlined, DownOutlined, PlusOutlined, UndoOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { fieldTexts } from './field-texts.ts';

/** A choice in the form; a new one has no value yet. */
export type OptionRow = { value: string | null; labelZh: string; labelEn: string | null; retired: boolean };

type Props = { id?: string; value?: OptionRow[]; onChange?: (rows: OptionRow[]) => void };

const most = 100;

/** The choices of a list, in order. One that records may name is retired; one that is new simply goes. */
export function OptionsControl({ id, value = [], onChange }: Props) {
  const t = useText(fieldTexts);
  const set = (index: number, more: Partial<OptionRow>) =>
    onChange?.(value.map((row, at) => (at === index ? { ...row, ...more } : row)));
  const move = (index: number, by: -1 | 1) => {
    const next = [...value];
    const [row] = next.splice(index, 1);
    if (row) next.splice(index + by, 0, row);
    onChange?.(next);
  };
  const remove = (index: number, row: OptionRow) =>
    row.value ? set(index, { retired: true }) : onChange?.(value.filter((_row, at) => at !== index));
  return (
    <div id={id}>
      <ul className="archives-options">
        {value.map((row, index) => {
          const name = row.labelZh || t('optionNew', { row: index + 1 });
          return (
            // Rows have no identity of their own: their place is what they are edited by.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <Input
                value={row.labelZh}
                onChange={(event) => set(index, { labelZh: event.target.value })}
                placeholder={t('optionZh')}
                aria-label={`${name} ${t('optionZh')}`}
                disabled={row.retired}
                maxLength={60}
              />
              <Input
                value={row.labelEn ?? ''}
                onChange={(event) => set(index, { labelEn: event.target.value || null })}
                placeholder={t('optionEn')}
                aria-label={`${name} ${t('optionEn')}`}
                disabled={row.retired}
                maxLength={60}
              />
              {row.retired ? (
                <span className="by-third">{t('optionRetired')}</span>
              ) : (
                <span>
                  <Button
                    type="text"
                    icon={<UpOutlined />}
                    aria-label={t('moveUp', { name })}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <Button
                    type="text"
                    icon={<DownOutlined />}
                    aria-label={t('moveDown', { name })}
                    disabled={index === value.length - 1}
                    onClick={() => move(index, 1)}
                  />
                </span>
              )}
              {row.retired ? (
                <Button
                  type="text"
                  icon={<UndoOutlined />}
                  aria-label={t('optionKeep', { name })}
                  onClick={() => set(index, { retired: false })}
                />
              ) : (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('optionRemove', { name })}
                  onClick={() => remove(index, row)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {value.length < most && (
        <Button
          icon={<PlusOutlined />}
          onClick={() => onChange?.([...value, { value: null, labelZh: '', labelEn: null, retired: false }])}
        >
          {t('optionAdd')}
        </Button>
      )}
    </div>
  );
}
