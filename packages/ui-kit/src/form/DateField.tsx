import '../antd-date-picker.css';
import DatePicker from 'antd/es/date-picker/index.js';
import dayjs from 'dayjs';

type Props = {
  id?: string;
  disabled?: boolean;
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A civil date, kept as `YYYY-MM-DD`. Loaded when a form first needs one. */
export function DateField({ value, onChange, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : null)}
      style={{ width: '100%' }}
    />
  );
}
