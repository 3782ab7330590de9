import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { randomKey } from '../imports/random-key.ts';
import { keyFrom } from './custom-field.ts';

type Props = { id?: string; value?: string | null; onChange?: (key: string | null) => void };

/** A key follows the English name until somebody types one; without an English name any free key will do. */
export function KeyControl({ id, value, onChange }: Props) {
  const form = Form.useFormInstance();
  const english = Form.useWatch<string | null | undefined>('labelEn', form);
  const [any] = useState(() => `field-${randomKey().slice(0, 6)}`);
  const [typed, setTyped] = useState(Boolean(value));
  const suggested = keyFrom(english ?? '') || any;
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
