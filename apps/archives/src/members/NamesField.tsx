import { Select } from 'antd';

type Props = {
  placeholder: string;
  max: number;
  id?: string;
  value?: string[];
  onChange?: (names: string[]) => void;
};

/** People named in words, as papers name them; a name that has a record keeps its link when it stays. */
export function NamesField({ placeholder, max, id, value, onChange }: Props) {
  return (
    <Select
      {...(id ? { id } : {})}
      mode="tags"
      open={false}
      suffixIcon={null}
      maxCount={max}
      value={value ?? []}
      onChange={(names) => onChange?.(names.map((name) => name.trim()).filter((name) => name !== ''))}
      tokenSeparators={['、', '，', ',', ';', '；']}
      placeholder={placeholder}
    />
  );
}
