import { useOrganizations, useText } from '@banyan/ui-kit';
import type { ReactNode } from 'react';
import { moved } from '../views/saved-view.ts';
import type { CustomField } from './custom-field.ts';
import { type FieldActs, FieldRow } from './FieldRow.tsx';
import { fieldTexts } from './field-texts.ts';

type Props = {
  fields: CustomField[];
  placeId: string;
  add: ReactNode;
  acts: Omit<FieldActs, 'move'> & { order: (ids: string[]) => void };
};

/** What comes from above, what is the organization's own, and what is out of use. */
export function FieldLists({ fields, placeId, add, acts }: Props) {
  const t = useText(fieldTexts);
  const { tree } = useOrganizations();
  const used = fields.filter(({ archived }) => !archived);
  const own = used.filter(({ organizationId }) => organizationId === placeId);
  const inherited = used.filter(({ organizationId }) => organizationId !== placeId);
  const archived = fields.filter((field) => field.archived && field.abilities.includes('restore'));
  const ids = own.map(({ id }) => id);
  const from = ({ organizationId, organizationName }: CustomField) =>
    t('from', { name: tree?.byId.get(organizationId)?.name ?? organizationName });
  return (
    <div className="archives-field-lists">
      <section className="by-card" aria-label={t('own')}>
        <h2>{t('own')}</h2>
        {own.length === 0 ? (
          <div className="by-empty">
            <strong>{t('ownEmpty')}</strong>
            <p>{t('ownEmptyHint')}</p>
            {add}
          </div>
        ) : (
          <ul>
            {own.map((field, index) => (
              <FieldRow
                key={field.id}
                field={field}
                isFirst={index === 0}
                isLast={index === own.length - 1}
                acts={{ ...acts, move: ({ id }, by) => acts.order(moved(ids, id, by)) }}
              />
            ))}
          </ul>
        )}
      </section>
      {inherited.length > 0 && (
        <section className="by-card" aria-label={t('inherited')}>
          <h2>{t('inherited')}</h2>
          <p className="by-third">{t('inheritedHint')}</p>
          <ul>
            {inherited.map((field) => (
              <FieldRow key={field.id} field={field} acts={acts} from={from(field)} />
            ))}
          </ul>
        </section>
      )}
      {archived.length > 0 && (
        <details className="by-card">
          <summary>{t('archivedOnes', { count: archived.length })}</summary>
          <ul>
            {archived.map((field) => (
              <FieldRow
                key={field.id}
                field={field}
                acts={acts}
                {...(field.organizationId === placeId ? {} : { from: from(field) })}
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
