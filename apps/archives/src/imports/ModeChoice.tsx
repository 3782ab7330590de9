import { useText } from '@banyan/ui-kit';
import { Radio } from 'antd';
import { type ImportMode, modes } from './import.ts';
import { importTexts } from './import-texts.ts';

type Props = { mode: ImportMode; disabled: boolean; onChange: (mode: ImportMode) => void };

/** What is to be done with people who are on the roll already, and with those who are not. */
export function ModeChoice({ mode, disabled, onChange }: Props) {
  const t = useText(importTexts);
  return (
    <fieldset className="imports-modes" disabled={disabled}>
      <legend>{t('mode')}</legend>
      <Radio.Group value={mode} onChange={(event) => onChange(event.target.value)}>
        {modes.map((one) => (
          <Radio key={one} value={one}>
            {t(`mode.${one}`)}
            <span className="by-third imports-mode-hint">{t(`modeHint.${one}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
