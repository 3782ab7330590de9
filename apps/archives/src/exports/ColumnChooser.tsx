import { useText } from '@banyan/ui-kit';
import { Checkbox } from 'antd';
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
  const words = useMemberWords();
  const label = (column: ExportColumn) => {
    const known = own.find((key) => key === column);
    return known ? t(`column.${known}`) : words.field(column);
  };
  return (
    <div className="archives-export-columns">
      {columnGroups.map(({ key, columns }) => {
        const chosen = columns.filter((column) => props.value.includes(column)).length;
        return (
          <fieldset key={key}>
            <legend>
              <Checkbox
                checked={chosen === columns.length}
                indeterminate={chosen > 0 && chosen < columns.length}
                onChange={({ target }) => props.onChange(withColumns(props.value, columns, target.checked))}
              >
                {t(`group.${key}`)}
              </Checkbox>
            </legend>
            {columns.map((column) => (
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
