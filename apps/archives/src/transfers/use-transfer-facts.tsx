import { AppLink, CivilDate, type Fact, type FactGroup, useText } from '@banyan/ui-kit';
import type { ReactNode } from 'react';
import { RelativeDay } from '../RelativeDay.tsx';
import { useMemberWords } from '../members/use-member-words.ts';
import { type RecordTranslate, transferRecordTexts } from './record-texts.ts';
import { runs, type Transfer } from './transfer.ts';

type Words = { t: RecordTranslate; words: ReturnType<typeof useMemberWords> };

/** What was agreed, what the letter says, and of whom. */
export function useTransferFacts(transfer: Transfer | undefined): FactGroup[] {
  const t = useText(transferRecordTexts);
  const words = useMemberWords();
  if (!transfer) return [];
  return [
    { title: t('group.transfer'), facts: termsOf(t, transfer) },
    ...(transfer.letter ? [{ title: t('group.letter'), facts: letterOf(t, transfer, transfer.letter) }] : []),
    { title: t('group.person'), facts: personOf({ t, words }, transfer) },
  ];
}

const said = (label: string, value: ReactNode): Fact[] => (value === null ? [] : [{ label, value }]);
const day = (label: string, date: string | null): Fact[] =>
  said(label, date === null ? null : <CivilDate date={date} />);

function termsOf(t: RecordTranslate, transfer: Transfer): Fact[] {
  return [
    { label: t('from'), value: <End end={transfer.from} /> },
    { label: t('to'), value: <End end={transfer.to} /> },
    { label: t('reason'), value: transfer.reason },
    {
      label: t('dues'),
      value: transfer.duesPaidThrough ?? <span className="by-third">{t('duesNone')}</span>,
    },
    ...day(t('receivedOn'), transfer.receivedOn),
    ...day(t('closedOn'), transfer.closedOn),
    ...said(
      t('group'),
      transfer.groupId && (
        <AppLink to={`/archives/transfers/groups/${transfer.groupId}`}>{t('openGroup')}</AppLink>
      ),
    ),
  ];
}

function End({ end: { name, path, address } }: { end: Transfer['from'] }) {
  return <span title={path ?? ''}>{address ? `${name}（${address}）` : name}</span>;
}

function letterOf(t: RecordTranslate, transfer: Transfer, letter: NonNullable<Transfer['letter']>): Fact[] {
  return [
    { label: t('number'), value: letter.number },
    { label: t('issuedOn'), value: <CivilDate date={letter.issuedOn} /> },
    {
      label: t('expiresOn'),
      value: (
        <>
          <CivilDate date={letter.expiresOn} />{' '}
          {runs(transfer) && (
            <RelativeDay date={letter.expiresOn} days={letter.daysLeft} urgent={letter.endingSoon} />
          )}
        </>
      ),
    },
  ];
}

function personOf({ t, words }: Words, { person, abilities, memberId }: Transfer): Fact[] {
  return [
    { label: t('stage'), value: words.value('stage', person.stage) },
    ...said(t('sex'), words.value('sex', person.sex)),
    ...said(t('ethnicity'), person.ethnicity),
    ...day(t('bornOn'), person.bornOn),
    ...day(t('joinedOn'), person.joinedOn),
    ...day(t('fullOn'), person.fullOn),
    ...said(t('idNumber'), person.idNumber),
    ...(abilities.includes('open-member')
      ? [
          {
            label: t('member'),
            value: <AppLink to={`/archives/members/${memberId}`}>{t('openMember')}</AppLink>,
          },
        ]
      : []),
  ];
}
