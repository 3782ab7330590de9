import { FieldChange, useText } from '@banyan/ui-kit';
import { elsewhere } from '../fields/custom-field.ts';
import { type SensitiveField, sensitiveFields } from '../members/member.ts';
import { Unmasking } from '../members/Unmasking.tsx';
import { useRecordWords } from '../members/use-record-words.ts';
import type { ProposedField } from './change-request.ts';
import { changeRequestTexts } from './change-request-texts.ts';
import { unmaskProposal } from './queries.ts';

type Props = { requestId: string; memberId: string; proposed: ProposedField; mayUnmask: boolean };
type Plain = { from: string | null; to: string | null };

/** One field of a request: what it was, what it is to become, and whether somebody changed it meanwhile. */
export function ProposedChange({ requestId, memberId, proposed, mayUnmask }: Props) {
  const t = useText(changeRequestTexts);
  const words = useRecordWords(memberId);
  const { field, isConflicting } = proposed;
  const read = (value: unknown) =>
    words.value(field, value) ?? <span className="by-third">{t('blank')}</span>;
  if (field === elsewhere)
    return (
      <div className="archives-proposed">
        <FieldChange label={words.field(field)} from={null} to={t('elsewhere')} />
      </div>
    );
  const change = (plain: Plain | null) => (
    <FieldChange
      label={words.field(field)}
      from={read((plain ?? proposed).from)}
      to={read((plain ?? proposed).to)}
    />
  );
  return (
    <div className="archives-proposed">
      {isSensitive(field) ? (
        <Unmasking label={words.field(field)} allowed={mayUnmask} ask={unmask(requestId, field)}>
          {change}
        </Unmasking>
      ) : (
        change(null)
      )}
      {isConflicting && (
        <p className="archives-proposed-conflict" role="note">
          {t('conflicting', { value: words.value(field, proposed.current) ?? t('blank') })}
        </p>
      )}
    </div>
  );
}

function isSensitive(field: string): field is SensitiveField {
  return (sensitiveFields as readonly string[]).includes(field);
}

function unmask(requestId: string, field: SensitiveField) {
  return async (reason: string): Promise<Plain> =>
    (await unmaskProposal(requestId, field, reason))[field] ?? { from: null, to: null };
}
