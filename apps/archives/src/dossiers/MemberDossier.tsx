import { AppLink, holdsAny, useActor, useText } from '@banyan/ui-kit';
import { DossierProgress } from './DossierProgress.tsx';
import { dossierTexts } from './dossier-texts.ts';
import './dossiers.css';
import { useDossier } from './queries.ts';
import { useItemName } from './use-item-words.ts';

/** On the record of a person: how complete the dossier is, what is missing, and the way to it. */
export function MemberDossier({ memberId }: { memberId: string }) {
  const t = useText(dossierTexts);
  const name = useItemName();
  const mayRead = holdsAny(useActor(), ['archives.dossier.read']);
  const dossier = useDossier(memberId, mayRead).data;
  if (!dossier) return null;
  const missing = dossier.items.filter(
    ({ due, state }) => due && state !== 'complete' && state !== 'not-needed',
  );
  return (
    <section className="dossier-card" aria-label={t('member')}>
      <h3>
        {t('member')}
        <AppLink to={`/archives/members/${memberId}/dossier`}>{t('open')}</AppLink>
      </h3>
      <p>
        <DossierProgress {...dossier.progress} />
      </p>
      {missing.length > 0 && (
        <p className="by-third">{t('missingItems', { items: missing.map(name).join(t('separator')) })}</p>
      )}
    </section>
  );
}
