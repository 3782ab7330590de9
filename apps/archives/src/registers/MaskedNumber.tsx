import { useText } from '@banyan/ui-kit';
import { Unmasking } from '../members/Unmasking.tsx';
import { floatingTexts } from './floating-texts.ts';
import { unmaskFloating } from './queries.ts';
import type { Floating } from './register.ts';

export type Secret = 'idNumber' | 'phone' | 'contactPhone';

/** A number of an entry, in plain after a reason. */
export function MaskedNumber({ entry, field }: { entry: Floating; field: Secret }) {
  const t = useText(floatingTexts);
  return (
    <Unmasking
      label={t(field)}
      allowed={entry.abilities.includes('unmask')}
      ask={async (reason) => (await unmaskFloating(entry.id, { fields: [field], reason }))[field]}
    >
      {(plain) => <span>{plain ?? entry[field]}</span>}
    </Unmasking>
  );
}
