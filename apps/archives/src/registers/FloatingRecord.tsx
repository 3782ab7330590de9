import { AppLink, CivilDate, type FactGroup, RecordView, StateTag, Timeline, useText } from '@banyan/ui-kit';
import { useState } from 'react';
import { RelativeDay } from '../RelativeDay.tsx';
import { useMemberWords } from '../members/use-member-words.ts';
import { CloseDialog, ContactDialog } from './FloatingDialogs.tsx';
import { CorrectFloating } from './FloatingForm.tsx';
import { useFloating } from './queries.ts';
import type { Floating } from './register.ts';
import { floatingTexts } from './floating-texts.ts';
import { RuleText } from './RuleText.tsx';
import { MaskedNumber, type Secret } from './MaskedNumber.tsx';

type Dialog = 'correct' | 'contact' | 'close';

/** Somebody away, or of elsewhere with us: where, since when, who was spoken to, and what is next. */
export function FloatingRecord({ id }: { id: string }) {
  const t = useText(floatingTexts);
  const query = useFloating(id);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const entry = query.data;
  const close = () => setDialog(null);
  const action = (key: Dialog, ability: Floating['abilities'][number], primary = false) => ({
    key,
    label: t(key === 'contact' ? 'logContact' : key),
    ability,
    primary,
    onClick: () => setDialog(key),
  });
  return (
    <>
      <RecordView
        status={{ isPending: query.isPending, error: query.error, retry: () => void query.refetch() }}
        title={entry?.name ?? ''}
        state={entry && <FloatingMark entry={entry} />}
        abilities={entry?.abilities ?? []}
        actions={[
          action('contact', 'log-contact', true),
          action('close', 'close'),
          action('correct', 'update'),
        ]}
        facts={useFacts(entry)}
      >
        {entry && <Contacts entry={entry} />}
      </RecordView>
      {dialog === 'contact' && <ContactDialog id={id} onClose={close} />}
      {dialog === 'close' && <CloseDialog id={id} onClose={close} />}
      {entry && dialog === 'correct' && <CorrectFloating entry={entry} onClose={close} />}
    </>
  );
}

function FloatingMark({ entry }: { entry: Floating }) {
  const t = useText(floatingTexts);
  if (entry.closedOn)
    return (
      <StateTag shape="bar" tone="quiet">
        {t(entry.closing ? `closing.${entry.closing}` : 'state.closed')}
      </StateTag>
    );
  return (
    <StateTag shape="diamond" tone="info">
      {t(entry.direction === 'out' ? 'state.open' : 'state.openIn')}
    </StateTag>
  );
}

function useFacts(entry: Floating | undefined): FactGroup[] {
  const t = useText(floatingTexts);
  const words = useMemberWords();
  if (!entry) return [];
  const said = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : []);
  const day = (label: string, date: string | null) =>
    date ? [{ label, value: <CivilDate date={date} /> }] : [];
  const number = (field: Secret) =>
    entry[field] ? [{ label: t(field), value: <MaskedNumber entry={entry} field={field} /> }] : [];
  const out = entry.direction === 'out';
  return [
    {
      title: t('group.entry'),
      facts: [
        ...said(t('home'), entry.homeOrganizationName),
        ...said(t('host'), entry.organizationName),
        ...said(t('place'), out ? entry.place : null),
        ...said(t('from'), out ? null : [entry.province, entry.city].filter(Boolean).join('')),
        ...(entry.abroad ? [{ label: t('abroadFilter'), value: t('abroad') }] : []),
        { label: t(out ? 'outSince' : 'inSince'), value: <CivilDate date={entry.since} /> },
        ...day(t('returnOn'), entry.expectedReturnOn),
        ...said(t('reason'), entry.reason),
        ...day(t('closedOn'), entry.closedOn),
        ...(entry.memberId
          ? [
              {
                label: t('member'),
                value: <AppLink to={`/archives/members/${entry.memberId}`}>{t('openMember')}</AppLink>,
              },
            ]
          : []),
      ],
    },
    {
      title: t('group.elsewhere'),
      facts: [
        ...said(t('contactName'), entry.contactName),
        ...number('contactPhone'),
        {
          label: t('lastContactOn'),
          value: entry.lastContactOn ? (
            <CivilDate date={entry.lastContactOn} />
          ) : (
            <span className="by-third">{t('contactNever')}</span>
          ),
        },
        ...(entry.deadline
          ? [
              { label: t('deadline'), value: <RelativeDay date={entry.deadline.dueOn} /> },
              { label: t('task'), value: t(`action.${entry.deadline.action}`) },
              { label: t('rule'), value: <RuleText rule={entry.deadline.rule} /> },
            ]
          : []),
      ],
    },
    ...(entry.sex || entry.idNumber || entry.phone
      ? [
          {
            title: t('group.person'),
            facts: [
              ...said(t('sex'), words.value('sex', entry.sex)),
              ...number('idNumber'),
              ...number('phone'),
            ],
          },
        ]
      : []),
  ];
}

function Contacts({ entry }: { entry: Floating }) {
  const t = useText(floatingTexts);
  const items = entry.contacts.map((contact) => ({
    id: contact.id,
    at: `${contact.on}T12:00:00+08:00`,
    title: t(`way.${contact.way}`),
    actor: contact.actorName ?? t('unnamed'),
    detail: contact.note,
  }));
  return <Timeline title={t('contacts')} items={items} />;
}
