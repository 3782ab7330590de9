import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { keyFrom } from './custom-field.ts';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (key: string | null) => void;
  /** Where there is no English name, any free key will do. */
  fallback: string;
};

/** A key follows the English name until somebody types one. */
export function KeyControl({ id, value, onChange, fallback }: Props) {
  const form = Form.useFormInstance();
  const english = Form.useWatch<string | null | undefined>('labelEn', form);
  const [typed, setTyped] = useState(value !== fallback);
  const suggested = keyFrom(english ?? '') || fallback;
  useEffect(() => {
    if (!typed && value !== suggested) onChange?.(suggested);
  }, [typed, value, suggested, onChange]);
  return (
    <Input
      {...(id ? { id } : {})}
      value={value ?? ''}
      onChange={(event) => {
        setTyped(true);
        onChange?.(event.target.value);
      }}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
