import type { ArchivesSchemas } from '@banyan/api-client/archives';
import { useText } from '@banyan/ui-kit';
import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { Import } from './import.ts';
import { mapColumns } from './queries.ts';
import { RefusedAct } from './RefusedAct.tsx';
import { useAct } from './use-act.ts';
import { wizardTexts } from './wizard-texts.ts';

type Source = NonNullable<Import['source']>;
type Reread = Pick<ArchivesSchemas['ImportMapping'], 'sheet' | 'encoding' | 'headingFrom' | 'headingTo'>;
type Props = { source: Source; disabled: boolean; onReread: (part: Reread) => void };

const encodings: { value: NonNullable<Source['encoding']>; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'gb18030', label: 'GB18030 (GBK)' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
];

/** How the file was read: what was guessed is shown, and another choice reads it again at once. */
export function SourceFields({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const act = useAct(shown.id);
  const { source } = shown;
  if (!source) return null;
  const fields = {
    source,
    disabled: act.busy || !shown.abilities.includes('map'),
    onReread: (part: Reread) => void act.run(() => mapColumns(shown, part)),
  };
  return (
    <>
      <RefusedAct problem={act.problem} staleText={t('columnsStale')} />
      <div className="imports-source">
        {source.sheets.length > 1 && <SheetField {...fields} />}
        {source.encoding && <EncodingField {...fields} encoding={source.encoding} />}
        <HeadingFields {...fields} />
        <p className="by-third">
          {source.dropped > 0 && t('dropped', { count: source.dropped })} {t('rereadHint')}
        </p>
      </div>
    </>
  );
}

function SheetField({ source, disabled, onReread }: Props) {
  const t = useText(wizardTexts);
  return (
    <Labelled label={t('sheet')}>
      {(id) => (
        <Select
          id={id}
          value={source.sheet}
          disabled={disabled}
          options={source.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => sheet && onReread({ sheet })}
          popupMatchSelectWidth={false}
        />
      )}
    </Labelled>
  );
}

function EncodingField(props: Props & { encoding: NonNullable<Source['encoding']> }) {
  const t = useText(wizardTexts);
  return (
    <Labelled label={t('encoding')}>
      {(id) => (
        <Select
          id={id}
          value={props.encoding}
          disabled={props.disabled}
          options={encodings}
          onChange={(encoding) => props.onReread({ encoding })}
          popupMatchSelectWidth={false}
        />
      )}
    </Labelled>
  );
}

/** Titles stand above the heading, which may have several lines. */
function HeadingFields({ source, disabled, onReread }: Props) {
  const t = useText(wizardTexts);
  const { headingFrom, headingTo } = source;
  const lines = Array.from({ length: Math.max(20, headingTo + 5) }, (_, index) => index + 1);
  const options = lines.map((line) => ({ value: line, label: String(line) }));
  return (
    <fieldset className="imports-heading" disabled={disabled}>
      <legend>{t('headingLines')}</legend>
      <Select
        value={headingFrom}
        disabled={disabled}
        aria-label={t('headingFrom')}
        options={options}
        onChange={(from) => onReread({ headingFrom: from, headingTo: Math.max(from, headingTo) })}
      />
      <span aria-hidden>–</span>
      <Select
        value={headingTo}
        disabled={disabled}
        aria-label={t('headingTo')}
        options={options}
        onChange={(to) => onReread({ headingFrom: Math.min(headingFrom, to), headingTo: to })}
      />
    </fieldset>
  );
}

function Labelled(props: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="imports-labelled">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}
