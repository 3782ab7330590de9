import { OrganizationSelect, useText } from '@banyan/ui-kit';
import { Select } from 'antd';
import { useId } from 'react';
import { stages } from '../members/member.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { type ColumnDraft, defaultsOf, fieldOf } from './column-draft.ts';
import type { Import } from './import.ts';
import { wizardTexts } from './wizard-texts.ts';

const homes = ['branch', 'joint-branch'];

type Props = { shown: Import; draft: ColumnDraft; onChange: (part: Partial<ColumnDraft>) => void };

/** A roster of one branch seldom names it: one value for all rows that name none. */
export function DefaultsFields({ shown, draft, onChange }: Props) {
  const t = useText(wizardTexts);
  const words = useMemberWords();
  const id = useId();
  const { organizationId, stage } = defaultsOf(shown, draft);
  const mapped = new Set(shown.columns.map(({ index }) => fieldOf(shown, draft, index)));
  const asksBranch = !mapped.has('organization') || organizationId !== null;
  const asksStage = !mapped.has('stage') || stage !== null;
  if (!asksBranch && !asksStage) return null;
  const disabled = !shown.abilities.includes('map');
  return (
    <fieldset className="imports-defaults" disabled={disabled}>
      <legend>{t('defaults')}</legend>
      {asksBranch && (
        <div className="imports-labelled">
          <label htmlFor={`${id}branch`}>{t('defaultOrganization')}</label>
          <OrganizationSelect
            id={`${id}branch`}
            value={organizationId}
            onChange={(next) => onChange({ organizationId: next })}
            ariaLabel={t('defaultOrganization')}
            selectable={homes}
          />
        </div>
      )}
      {asksStage && (
        <div className="imports-labelled">
          <label htmlFor={`${id}stage`}>{t('defaultStage')}</label>
          <Select
            id={`${id}stage`}
            value={stage}
            onChange={(next) => onChange({ stage: next ?? null })}
            options={words.options('stage', stages) as { value: (typeof stages)[number]; label: string }[]}
            allowClear
            disabled={disabled}
          />
        </div>
      )}
    </fieldset>
  );
}
