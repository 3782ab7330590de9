import { useText } from '@banyan/ui-kit';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { fieldTexts } from './field-texts.ts';

type Control<Value> = {
  id?: string;
  value?: Value | null;
  onChange?: (value: Value | null) => void;
  'aria-required'?: boolean;
};

/** A number with its unit. What is not yet a number stays as it was typed; the service refuses it by name. */
export function NumberControl(props: Control<number | string> & { unit: string | null }) {
  const { unit, value, onChange, ...rest } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const text = value === null || value === undefined ? '' : String(value);
  const shown = typed !== null && readNumber(typed) === (value ?? null) ? typed : text;
  return (
    <Input
      {...rest}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange?.(readNumber(event.target.value));
      }}
      inputMode="decimal"
      autoComplete="off"
      {...(unit ? { suffix: unit } : {})}
    />
  );
}

function readNumber(text: string): number | string | null {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  if (plain === '') return null;
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** Yes, no, or not known. */
export function YesNoControl({ value, onChange, ...rest }: Control<boolean>) {
  const t = useText(fieldTexts);
  return (
    <Select<string>
      {...rest}
      value={value === null || value === undefined ? null : String(value)}
      onChange={(next: string | undefined) => onChange?.(next === undefined ? null : next === 'true')}
      options={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
      allowClear
    />
  );
}

export function SeveralControl(props: Control<string[]> & { options: { value: string; label: string }[] }) {
  const { value, onChange, ...rest } = props;
  return (
    <Select<string[]>
      {...rest}
      mode="multiple"
      value={value ?? []}
      onChange={(next) => onChange?.(next.length === 0 ? null : next)}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
    />
  );
}
