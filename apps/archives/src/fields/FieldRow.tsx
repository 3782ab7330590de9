import { StateTag, useLocale, useText } from '@banyan/ui-kit';
import { DownOutlined, EditOutlined, InboxOutlined, UndoOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useMemberWords } from '../members/use-member-words.ts';
import { type CustomField, labelOf } from './custom-field.ts';
import { boundsText } from './field-bounds.ts';
import { fieldTexts } from './field-texts.ts';

export type FieldActs = {
  edit: (field: CustomField) => void;
  archive: (field: CustomField) => void;
  restore: (field: CustomField) => void;
  /** Absent where there is no order to change. */
  move?: (field: CustomField, by: -1 | 1) => void;
};

type Props = { field: CustomField; acts: FieldActs; isFirst?: boolean; isLast?: boolean; from?: string };

/** One field: what it is called, what can be filled in, for whom, and what may be done with it. */
export function FieldRow({ field, acts, isFirst, isLast, from }: Props) {
  const t = useText(fieldTexts);
  const locale = useLocale();
  const name = labelOf(field, locale);
  const may = (ability: CustomField['abilities'][number]) => field.abilities.includes(ability);
  const { move } = acts;
  return (
    <li className="archives-field">
      <div>
        <div className="archives-field-name">
          <strong>{name}</strong>
          {field.required && !field.archived && (
            <StateTag tone="notice" shape="dot">
              {t('required')}
            </StateTag>
          )}
        </div>
        <div className="archives-field-facts">{useFieldFacts(field).join(' · ')}</div>
        {field.help && <div className="archives-field-facts">{field.help}</div>}
        {from && <div className="archives-field-facts">{from}</div>}
      </div>
      <span className="archives-field-acts">
        {may('update') && move && (
          <>
            <Act
              icon={<UpOutlined />}
              label={t('moveUp', { name })}
              disabled={isFirst}
              onClick={() => move(field, -1)}
            />
            <Act
              icon={<DownOutlined />}
              label={t('moveDown', { name })}
              disabled={isLast}
              onClick={() => move(field, 1)}
            />
          </>
        )}
        {may('update') && !field.archived && (
          <Act icon={<EditOutlined />} label={t('editOf', { name })} onClick={() => acts.edit(field)} />
        )}
        {may('archive') && (
          <Act
            icon={<InboxOutlined />}
            label={t('archiveOf', { name })}
            onClick={() => acts.archive(field)}
          />
        )}
        {may('restore') && (
          <Act icon={<UndoOutlined />} label={t('restoreOf', { name })} onClick={() => acts.restore(field)} />
        )}
      </span>
    </li>
  );
}

/** Kind, limits or choices, stages and key, in few words. */
function useFieldFacts(field: CustomField): string[] {
  const t = useText(fieldTexts);
  const locale = useLocale();
  const words = useMemberWords();
  const bounds = boundsText(field, t) ?? field.unit;
  const choices = field.options.filter(({ retired }) => !retired).map((option) => labelOf(option, locale));
  const stages = field.stages.map((stage) => words.value('stage', stage) ?? stage);
  return [
    t(`kind.${field.kind}`),
    ...(bounds ? [bounds] : []),
    ...(choices.length > 0 ? [choices.join(t('separator'))] : []),
    ...(stages.length > 0 ? [t('appliesTo', { stages: stages.join(t('separator')) })] : []),
    field.key,
  ];
}

function Act(props: { icon: ReactNode; label: string; disabled?: boolean | undefined; onClick: () => void }) {
  return (
    <Tooltip title={props.label}>
      <Button
        type="text"
        icon={props.icon}
        aria-label={props.label}
        disabled={props.disabled ?? false}
        onClick={props.onClick}
      />
    </Tooltip>
  );
}
