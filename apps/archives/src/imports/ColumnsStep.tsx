import { useLocale, useText } from '@banyan/ui-kit';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { changesOf, chosenTwice, type ColumnDraft, noDraft, stillMissing } from './column-draft.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { DefaultsFields } from './DefaultsFields.tsx';
import type { Import, ImportField } from './import.ts';
import { useFieldName } from './import-fields.ts';
import { ModeChoice } from './ModeChoice.tsx';
import { mapColumns } from './queries.ts';
import { RefusedAct } from './RefusedAct.tsx';
import { SourceFields } from './SourceFields.tsx';
import { useAct } from './use-act.ts';
import { wizardTexts } from './wizard-texts.ts';
import './columns.css';

/** Which column brings which field, as guessed and as chosen here; the rows are checked by it. */
export function ColumnsStep({ shown, onNext }: { shown: Import; onNext: () => void }) {
  const t = useText(wizardTexts);
  const [draft, setDraft] = useState<ColumnDraft>(noDraft);
  const changes = changesOf(shown, draft);
  const act = useAct(shown.id);
  const twice = chosenTwice(shown, draft);
  const missing = stillMissing(shown, draft);
  const mayMap = shown.abilities.includes('map');
  const change = (part: Partial<ColumnDraft>) => setDraft((before) => ({ ...before, ...part }));
  const check = async () => {
    if (!changes || (await act.run(() => mapColumns(shown, changes)))) onNext();
  };
  return (
    <section className="by-card imports-panel" aria-label={t('step.columns')}>
      <SourceFields shown={shown} />
      <RefusedAct problem={act.problem} staleText={t('columnsStale')} />
      <Complaints twice={twice} missing={missing} />
      <ColumnsTable
        shown={shown}
        draft={draft}
        onChoose={(index, field) => change({ fields: { ...draft.fields, [index]: field } })}
      />
      <DefaultsFields shown={shown} draft={draft} onChange={change} />
      <ModeChoice mode={draft.mode ?? shown.mode} disabled={!mayMap} onChange={(mode) => change({ mode })} />
      <div className="imports-send">
        <Button
          type="primary"
          loading={act.busy}
          disabled={twice.length > 0 || missing.length > 0}
          onClick={() => void check()}
        >
          {t(changes ? 'apply' : 'applyNothing')}
        </Button>
        {changes && <span className="by-third">{t('unsaved')}</span>}
      </div>
    </section>
  );
}

function Complaints({ twice, missing }: { twice: ImportField[]; missing: ImportField[] }) {
  const t = useText(wizardTexts);
  const nameOf = useFieldName();
  const list = new Intl.ListFormat(useLocale());
  return (
    <>
      {missing.length > 0 && (
        <Alert type="warning" showIcon title={t('missing', { fields: list.format(missing.map(nameOf)) })} />
      )}
      {twice.map((field) => (
        <Alert key={field} type="warning" showIcon title={t('twice', { field: nameOf(field) })} />
      ))}
    </>
  );
}
