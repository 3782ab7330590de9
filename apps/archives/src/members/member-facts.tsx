import { CivilDate, type Fact, type FactGroup, type Translate } from '@banyan/ui-kit';
import { ageOn, type Member, probationOf, type SensitiveField, sensitiveFields } from './member.ts';
import { MaskedValue } from './MaskedValue.tsx';
import type { memberTexts } from './member-texts.ts';
import type { useMemberWords } from './use-member-words.ts';

type Words = ReturnType<typeof useMemberWords>;
type MemberTranslate = Translate<keyof (typeof memberTexts)['zh-CN']>;
type Field = keyof Member;
type Reading = {
  member: Member;
  words: Words;
  t: MemberTranslate;
  today: Date;
  /** What the record says in fields that its organization added. */
  custom?: FactGroup;
};

/** What the panel beside the list has room for. */
export function briefFacts(reading: Reading): FactGroup[] {
  const fact = factOf(reading);
  const { member } = reading;
  return [
    {
      facts: [
        fact('organizationId'),
        ...sensitiveFields.filter((field) => field !== 'address').map((field) => fact(field)),
        fact('bornOn'),
        studies(reading),
        fact('post'),
        ...(member.stage === 'full' || member.stage === 'probationary'
          ? [fact('joinedOn'), fact('introducers')]
          : [fact('appliedOn'), fact('cultivators')]),
        ...probation(reading),
        ...standing(reading),
      ],
    },
  ];
}

export function fullFacts(reading: Reading): FactGroup[] {
  const { member, t } = reading;
  const fact = factOf(reading);
  const some = (...fields: Field[]) =>
    fields.filter((field) => isKnown(member[field])).map((field) => fact(field));
  const groups: FactGroup[] = [
    {
      title: t('group.membership'),
      facts: [
        fact('organizationId'),
        fact('sectionId'),
        fact('partyPost'),
        fact('joinedOn'),
        fact('fullOn'),
        ...probation(reading),
        fact('introducers'),
        fact('cultivators'),
        ...some('lostContactOn', 'outflow'),
        fact('verifiedOn'),
        ...standing(reading),
      ],
    },
    {
      title: t('group.person'),
      facts: [
        ...some('formerName'),
        ...(['sex', 'ethnicity', 'bornOn', 'nativePlace', ...sensitiveFields] as const).map((field) =>
          fact(field),
        ),
      ],
    },
    {
      title: t('group.work'),
      facts: (['education', 'degree', 'school', 'major', 'workUnit', 'post', 'workStartedOn'] as const).map(
        (field) => fact(field),
      ),
    },
    {
      title: t('group.dates'),
      facts: (['appliedOn', 'activistOn', 'candidateOn'] as const).map((field) => fact(field)),
    },
    ...(reading.custom ? [reading.custom] : []),
    { title: t('group.rest'), facts: some('awards', 'penalties', 'family', 'resume', 'note') },
  ];
  return groups.filter((group) => group.facts.length > 0);
}

const wide = new Set<Field>(['awards', 'penalties', 'family', 'resume', 'note', 'address', 'outflow']);

function factOf(reading: Reading) {
  return (field: Field): Fact => ({
    label: reading.words.field(field),
    value: valueOf(reading, field),
    ...(wide.has(field) ? { wide: true } : {}),
  });
}

function valueOf({ member, words, t, today }: Reading, field: Field): Fact['value'] {
  const raw = member[field];
  if (isSensitive(field))
    return (
      <MaskedValue
        memberId={member.id}
        field={field}
        masked={member[field]}
        allowed={member.abilities.includes('unmask')}
      />
    );
  if (field === 'organizationId') return member.organizationName;
  if (field === 'sectionId') return member.sectionName;
  if (field === 'bornOn' && member.bornOn)
    return t('age', { date: member.bornOn, age: ageOn(member.bornOn, today) });
  if (typeof raw === 'string' && field.endsWith('On')) return <CivilDate date={raw} />;
  if (wide.has(field) && Array.isArray(raw))
    return (
      <ul className="archives-rows">
        {raw.map((row) => (
          <li key={JSON.stringify(row)}>{words.value(field, row)}</li>
        ))}
      </ul>
    );
  return words.value(field, raw);
}

/** "大学本科 · 石油工程" in one line. */
function studies({ member, words }: Reading): Fact {
  const parts = [words.value('education', member.education), member.major].filter((part) => part !== null);
  return { label: words.field('education'), value: parts.length > 0 ? parts.join(' · ') : null };
}

function probation({ member, t, today }: Reading): Fact[] {
  if (member.stage !== 'probationary' || !member.joinedOn) return [];
  const { to, daysLeft } = probationOf(member.joinedOn, today);
  const text = daysLeft > 0 ? 'probationLeft' : 'probationOver';
  return [{ label: t('probation'), value: t(text, { from: member.joinedOn, to, days: daysLeft }) }];
}

/** Since when somebody is no longer on the roll, and how it came. */
function standing({ member, words, t }: Reading): Fact[] {
  if (member.state === 'active') return [];
  const state = words.value('state', member.state) ?? member.state;
  const since = member.stateOn ? t('since', { state, date: member.stateOn }) : state;
  const kind = words.value('leftKind', member.leftKind);
  return [
    { label: words.field('state'), value: since },
    ...(kind ? [{ label: words.field('leftKind'), value: kind }] : []),
  ];
}

function isSensitive(field: Field): field is SensitiveField {
  return (sensitiveFields as readonly string[]).includes(field);
}

function isKnown(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';
}
