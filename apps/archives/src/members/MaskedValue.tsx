import { useText } from '@banyan/ui-kit';
import { fieldTexts } from './field-texts.ts';
import type { SensitiveField } from './member.ts';
import { unmaskField } from './queries.ts';
import { Unmasking } from './Unmasking.tsx';

type Props = { memberId: string; field: SensitiveField; masked: string | null; allowed: boolean };

/** A sensitive value of a record. */
export function MaskedValue({ memberId, field, masked, allowed }: Props) {
  const fields = useText(fieldTexts);
  if (!masked) return <span className="by-third">—</span>;
  return (
    <Unmasking
      label={fields(`field.${field}`)}
      allowed={allowed}
      ask={async (reason) => (await unmaskField(memberId, field, reason))[field] ?? masked}
    >
      {(plain) => <span>{plain ?? masked}</span>}
    </Unmasking>
  );
}
