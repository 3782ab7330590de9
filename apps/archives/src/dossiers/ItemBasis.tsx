import { useText } from '@banyan/ui-kit';
import { fieldTexts } from '../members/field-texts.ts';
import type { DossierItem } from './dossier.ts';
import { dossierTexts } from './dossier-texts.ts';

/** Why an item is asked for, from when on, and what it consists of. */
export function ItemBasis({ item }: { item: DossierItem }) {
  const t = useText(dossierTexts);
  const fields = useText(fieldTexts);
  const papersOf = (of: DossierItem) =>
    of.item === 'cultivation' || of.item === 'political-review'
      ? t(`papers.${of.item}`)
      : of.papers.join(t('separator'));
  const words = [
    ...(item.inForce ? [] : [t('formerly')]),
    ...(item.dueFrom === null ? [] : [t('dueFrom', { stage: fields(`stage.${item.dueFrom}`) })]),
    ...(item.least > 1 ? [t('least', { count: item.least })] : []),
    ...(item.papers.length > 0 ? [t('papers', { papers: papersOf(item) })] : []),
    ...(item.hint === null ? [] : [item.hint]),
    ...(item.askedBy === null ? [] : [t('askedBy', { name: item.askedBy.name })]),
  ];
  if (words.length === 0 && item.rule === null) return null;
  return (
    <p className="by-third">
      {words.join(' · ')}
      {item.rule !== null && (
        <span className="dossier-rule">
          {' · '}
          {t('rule', { year: item.rule.ruleSet.replace('develop-', ''), article: item.rule.article })}
        </span>
      )}
    </p>
  );
}
