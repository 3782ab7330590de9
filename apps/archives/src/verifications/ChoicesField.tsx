import type { FieldValue } from '@banyan/ui-kit';
import { Select } from 'antd';

type Props = {
  options: { value: string; label: string }[];
  id?: string;
  value?: FieldValue;
  onChange?: (value: FieldValue) => void;
};

/** Several of a closed list. */
export function ChoicesField({ options, id, value, onChange, ...aria }: Props) {
  return (
    <Select<string[]>
      {...aria}
      {...(id ? { id } : {})}
      mode="multiple"
      value={Array.isArray(value) ? value : []}
      onChange={(next) => onChange?.(next)}
      options={options}
    />
  );
}
