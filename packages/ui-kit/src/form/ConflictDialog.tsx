import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useText } from '../locale.tsx';
import { kitTexts } from '../texts.ts';
import type { Choice, ConflictRow } from './conflict.ts';
import { readable } from './fields.tsx';

type Props = {
  rows: ConflictRow[];
  onApply: (choices: Record<string, Choice>) => void;
  onCancel: () => void;
};

/** A stale edit is shown what changed meanwhile; contested fields are chosen one by one. */
export function ConflictDialog(props: Props) {
  const t = useText(kitTexts);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const open = props.rows.filter((row) => row.contested && !choices[row.field.name]).length;
  return (
    <Modal
      open
      width={760}
      title={t('conflictTitle')}
      okText={t('conflictApply')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: open > 0 }}
      onOk={() => props.onApply(choices)}
      onCancel={props.onCancel}
    >
      <p>{t('conflictHint')}</p>
      <table className="by-conflict">
        <thead>
          <tr>
            <th scope="col">{t('conflictField')}</th>
            <th scope="col">{t('conflictBefore')}</th>
            <th scope="col">{t('conflictMine')}</th>
            <th scope="col">{t('conflictTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <ConflictChoice
              key={row.field.name}
              row={row}
              choice={choices[row.field.name]}
              choose={(choice) => setChoices((before) => ({ ...before, [row.field.name]: choice }))}
            />
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function ConflictChoice(props: {
  row: ConflictRow;
  choice: Choice | undefined;
  choose: (choice: Choice) => void;
}) {
  const t = useText(kitTexts);
  const { field, base, mine, theirs, contested } = props.row;
  const words = (value: ConflictRow['mine']) => readable(field, value) || t('empty');
  if (!contested)
    return (
      <tr>
        <th scope="row">{field.label}</th>
        <td>{words(base)}</td>
        <td className="by-third">—</td>
        <td>{words(theirs)}</td>
      </tr>
    );
  const radio = (choice: Choice, label: string, value: string) => (
    <Radio
      checked={props.choice === choice}
      onChange={() => props.choose(choice)}
      aria-label={`${field.label}: ${label} ${value}`}
    >
      {value}
    </Radio>
  );
  return (
    <tr>
      <th scope="row">{field.label}</th>
      <td>{words(base)}</td>
      <td>{radio('mine', t('conflictMine'), words(mine))}</td>
      <td>{radio('theirs', t('conflictTheirs'), words(theirs))}</td>
    </tr>
  );
}
