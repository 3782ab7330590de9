import { fieldErrorText, useLocale, useText } from '@banyan/ui-kit';
import { GoButton } from '../GoButton.tsx';
import type { Import } from './import.ts';
import { SourceFields } from './SourceFields.tsx';
import { wizardTexts } from './wizard-texts.ts';

/** A file that could not be read: why, and the way on. */
export function FailedPanel({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const locale = useLocale();
  const place = shown.problem?.place;
  return (
    <section className="by-card imports-panel" role="alert">
      <h2>{t('failedTitle')}</h2>
      {shown.problem && <p>{fieldErrorText(shown.problem.code, shown.problem.message, locale)}</p>}
      {place?.row && (
        <p>
          {t(place.sheet ? 'failedInSheet' : 'failedInRow', { sheet: place.sheet ?? '', row: place.row })}
        </p>
      )}
      {shown.abilities.includes('map') && <SourceFields shown={shown} />}
      <div className="by-actions">
        <GoButton type="primary" to="/archives/imports/new">
          {t('chooseAnother')}
        </GoButton>
      </div>
    </section>
  );
}
