import { useText } from '@banyan/ui-kit';
import { Checkbox } from 'antd';
import { fieldTexts } from '../fields/field-texts.ts';
import { useCustomColumns } from '../fields/use-custom-columns.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { columnGroups, type ExportColumn, withColumns } from './export-columns.ts';
import { exportTexts } from './export-texts.ts';

const own = ['organizationName', 'organizationPath', 'sectionName', 'id'] as const;

/** What of the records goes into the file, in groups. */
export function ColumnChooser(props: {
  value: readonly ExportColumn[];
  onChange: (columns: readonly ExportColumn[]) => void;
}) {
  const t = useText(exportTexts);
  const fields = useText(fieldTexts);
  const words = useMemberWords();
  const label = (column: ExportColumn) => {
    const known = own.find((key) => key === column);
    return known ? t(`column.${known}`) : words.field(column);
  };
  const custom = useCustomColumns();
  const groups = [
    ...columnGroups.map(({ key, columns }) => ({ key, title: t(`group.${key}`), columns, label })),
    ...(custom.length > 0
      ? [
          {
            key: 'custom',
            title: fields('group'),
            columns: custom.map(({ key }) => key as ExportColumn),
            label: (column: ExportColumn) => custom.find(({ key }) => key === column)?.title ?? column,
          },
        ]
      : []),
  ];
  return (
    <div className="archives-export-columns">
      {groups.map(({ key, title, columns, label }) => {
        const chosen = columns.filter((column: ExportColumn) => props.value.includes(column)).length;
        return (
          <fieldset key={key}>
            <legend>
              <Checkbox
                checked={chosen === columns.length}
                indeterminate={chosen > 0 && chosen < columns.length}
                onChange={({ target }) => props.onChange(withColumns(props.value, columns, target.checked))}
              >
                {title}
              </Checkbox>
            </legend>
            {columns.map((column: ExportColumn) => (
              <Checkbox
                key={column}
                checked={props.value.includes(column)}
                onChange={({ target }) => props.onChange(withColumns(props.value, [column], target.checked))}
              >
                {label(column)}
              </Checkbox>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
