import { useOrganizations, useText } from '@banyan/ui-kit';
import { Form, Select } from 'antd';
import type { Member } from './member.ts';
import { memberTexts } from './member-texts.ts';

type Props = {
  /** The record to correct; of a new one the form says its branch. */
  member?: Member;
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
};

/** Party groups 党小组 of the person's branch. */
export function SectionField({ member, id, value, onChange }: Props) {
  const t = useText(memberTexts);
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | null | undefined>('organizationId', form);
  const { tree } = useOrganizations();
  const sections = tree?.childrenOf.get(member?.organizationId ?? chosen ?? '') ?? [];
  const options = sections.map((node) => ({ value: node.id, label: node.shortName || node.name }));
  // Whoever sees the branch alone still reads the name of the group that the record is in.
  if (value && !sections.some((node) => node.id === value))
    options.push({ value, label: member?.sectionName ?? t('sectionNow') });
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      options={options}
      placeholder={t('sectionNone')}
      notFoundContent={t('sectionsNone')}
      allowClear
    />
  );
}
