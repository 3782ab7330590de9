import { useOrganizations, useText } from '@banyan/ui-kit';
import { Form, Select } from 'antd';
import { memberTexts } from './member-texts.ts';

type Props = {
  /** Home branch of the record; of a new one, what the form says. */
  branchId?: string;
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
};

/** Party groups 党小组 of the person's branch. */
export function SectionField({ branchId, id, value, onChange }: Props) {
  const t = useText(memberTexts);
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | null | undefined>('organizationId', form);
  const { tree } = useOrganizations();
  const sections = tree?.childrenOf.get(branchId ?? chosen ?? '') ?? [];
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      options={sections.map((node) => ({ value: node.id, label: node.shortName || node.name }))}
      placeholder={t('sectionNone')}
      disabled={sections.length === 0}
      allowClear
    />
  );
}
