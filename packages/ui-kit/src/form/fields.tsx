import { Input, Select, Skeleton, Switch } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { OrganizationSelect } from '../organization/OrganizationSelect.tsx';

export type FieldValue = string | number | boolean | null | undefined | string[];
export type FormValues = Record<string, FieldValue>;

/** Limits of a field as the service's OpenAPI document states them. */
export type FieldLimits = {
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  enum?: readonly string[];
};

export type FormField = {
  name: string;
  label: string;
  kind: 'text' | 'textarea' | 'select' | 'date' | 'organization' | 'switch' | 'custom';
  limits?: FieldLimits;
  /** A refusal in words when the pattern of `limits` does not match. */
  patternText?: string;
  options?: { value: string; label: string }[];
  /** Node types that can be chosen. */
  selectable?: string[];
  help?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  /** Takes the whole width. */
  wide?: boolean;
  /** Heading above this field. */
  heading?: string;
  /** How a value reads in the conflict dialog; selects and dates need none. */
  format?: (value: FieldValue) => string;
  /** With kind `custom`: a control that takes `value`, `onChange` and `id`. */
  control?: ReactNode;
  /** Never kept in a draft. */
  secret?: boolean;
  autoComplete?: string;
};

const DateField = lazy(async () => ({ default: (await import('./DateField.tsx')).DateField }));

type ControlProps = {
  field: FormField;
  id?: string;
  value?: FieldValue;
  onChange?: (value: FieldValue) => void;
};

/** The control of a declared field; `Form.Item` hands it value, onChange and id. */
export function FieldControl({ field, id, value, onChange, ...aria }: ControlProps) {
  const base = { ...aria, ...(id ? { id } : {}), disabled: field.disabled ?? false };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'textarea':
      return (
        <Input.TextArea
          {...base}
          value={text}
          onChange={(event) => onChange?.(event.target.value)}
          placeholder={field.placeholder}
          autoSize={{ minRows: 2, maxRows: 8 }}
        />
      );
    case 'select':
      return (
        <Select
          {...base}
          value={text || null}
          onChange={(next: string | null) => onChange?.(next ?? null)}
          options={field.options ?? []}
          placeholder={field.placeholder}
          allowClear={!field.limits?.required}
          showSearch={{ optionFilterProp: 'label' }}
        />
      );
    case 'date':
      return (
        <Suspense fallback={<Skeleton.Input active block />}>
          <DateField {...base} value={text || null} onChange={(next) => onChange?.(next)} />
        </Suspense>
      );
    case 'organization':
      return (
        <OrganizationSelect
          {...(id ? { id } : {})}
          value={text || null}
          onChange={(next) => onChange?.(next)}
          ariaLabel={field.label}
          allowClear={!field.limits?.required}
          {...(field.selectable ? { selectable: field.selectable } : {})}
        />
      );
    case 'switch':
      return <Switch {...base} checked={value === true} onChange={(next) => onChange?.(next)} />;
    default:
      return (
        <Input
          {...base}
          value={text}
          onChange={(event) => onChange?.(event.target.value)}
          placeholder={field.placeholder}
          autoComplete={field.autoComplete ?? 'off'}
        />
      );
  }
}

/** A value as a person reads it. */
export function readable(field: FormField, value: FieldValue): string {
  if (value === null || value === undefined || value === '') return '';
  if (field.format) return field.format(value);
  if (field.options) return field.options.find((option) => option.value === value)?.label ?? String(value);
  return String(value);
}
