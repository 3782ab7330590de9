import { useText } from '@banyan/ui-kit';
import { dossierTexts } from './dossier-texts.ts';

/** How many of the required items are in place: in words, and as a bar of as many parts. */
export function DossierProgress({ met, due, short }: { met: number; due: number; short?: boolean }) {
  const t = useText(dossierTexts);
  if (due === 0) return <span className="by-third">{t('notDue')}</span>;
  return (
    <span className="dossier-progress">
      <span className="dossier-bar" aria-hidden>
        {Array.from({ length: due }, (_, index) => (
          <i key={index} className={index < met ? 'dossier-bar-met' : ''} />
        ))}
      </span>
      {short ? t('progressShort', { met, due }) : met === due ? t('allMet') : t('progress', { met, due })}
    </span>
  );
}
