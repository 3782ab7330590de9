import { FieldControl, useLocale, useText } from '@banyan/ui-kit';
import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { stages } from '../members/member.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import type { CustomField } from './custom-field.ts';
import { customFormFields } from './custom-form-fields.tsx';
import { fieldTexts } from './field-texts.ts';

/** The further fields of the form of a record, to be tried out. Nothing of it is kept. */
export function FieldPreview({ fields }: { fields: CustomField[] }) {
  const t = useText(fieldTexts);
  const locale = useLocale();
  const words = useMemberWords();
  const heading = useId();
  const [stage, setStage] = useState<string>('full');
  const shown = customFormFields({ fields, stage, locale, t });
  return (
    <section className="by-card archives-field-preview" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{t('preview')}</h2>
        <Select
          value={stage}
          onChange={setStage}
          options={words.options('stage', stages)}
          aria-label={t('previewStage')}
          popupMatchSelectWidth={false}
        />
      </header>
      <p className="by-third">{t('previewHint', { stage: words.value('stage', stage) ?? stage })}</p>
      {shown.length === 0 ? (
        <p className="by-third">{t('previewEmpty')}</p>
      ) : (
        <Form layout="vertical" className="by-form" name="preview" key={stage}>
          <h3 className="by-form-heading">{t('group')}</h3>
          {shown.map((field) => (
            <Form.Item
              key={field.name}
              name={field.name}
              label={field.label}
              required={field.limits?.required ?? false}
              {...(field.help ? { extra: field.help } : {})}
            >
              {field.kind === 'custom' ? field.control : <FieldControl field={field} />}
            </Form.Item>
          ))}
        </Form>
      )}
    </section>
  );
}
