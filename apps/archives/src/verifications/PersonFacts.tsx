import { CivilDate } from '@banyan/ui-kit';
import type { ReactNode } from 'react';
import type { Member } from '../members/member.ts';
import { MaskedValue } from '../members/MaskedValue.tsx';
import { useMemberWords } from '../members/use-member-words.ts';

const fields = [
  'sex',
  'bornOn',
  'idNumber',
  'phone',
  'address',
  'ethnicity',
  'education',
  'workUnit',
  'post',
  'partyPost',
  'joinedOn',
  'fullOn',
  'verifiedOn',
] as const;

/** What a branch can compare at a glance; the rest is in the record. */
export function PersonFacts({ member }: { member: Member }) {
  const words = useMemberWords();
  const read = (field: (typeof fields)[number]): ReactNode => {
    if (field === 'idNumber' || field === 'phone' || field === 'address')
      return (
        <MaskedValue
          memberId={member.id}
          field={field}
          masked={member[field]}
          allowed={member.abilities.includes('unmask')}
        />
      );
    if (field.endsWith('On')) return <CivilDate date={member[field]} />;
    return words.value(field, member[field]) ?? <span className="by-third">—</span>;
  };
  return (
    <dl className="archives-asked-facts">
      {fields.map((field) => (
        <div key={field}>
          <dt>{words.field(field)}</dt>
          <dd>{read(field)}</dd>
        </div>
      ))}
    </dl>
  );
}
