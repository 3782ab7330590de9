import { useText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useRef } from 'react';
import { civilDate } from '../members/member.ts';
import { keyFor } from '../request-key.ts';
import { ChoiceItem, DayItem, EntryDialog, NoteItem, WaitingDialog } from './EntryDialog.tsx';
import { closeFloating, logContact, useFloating, useRegisterSaved } from './queries.ts';
import { closings, contactWays, type Floating } from './register.ts';
import { floatingTexts } from './floating-texts.ts';

type Props = { id: string; onClose: () => void };
type Contact = { on: string; way: (typeof contactWays)[number]; note?: string };
type Closing = { on: string; closing: (typeof closings)[number]; note?: string };

/** Notes that somebody was spoken to. */
export function ContactDialog({ id, onClose }: Props) {
  const t = useText(floatingTexts);
  const { message } = App.useApp();
  const saved = useRegisterSaved();
  const query = useFloating(id);
  const entry = query.data;
  const key = useRef({ body: '', key: '' }).current;
  if (!entry)
    return <WaitingDialog error={query.error} retry={() => void query.refetch()} onClose={onClose} />;
  return (
    <EntryDialog<Contact, Floating>
      title={t('contactTitle', { name: entry.name })}
      initial={{ on: civilDate(new Date()), way: 'call' }}
      send={({ on, way, note }) => {
        const body = { on, way, note: note?.trim() || null };
        return logContact(id, body, keyFor(key, body));
      }}
      onDone={(next) => {
        saved({ entry: next });
        void message.success(t('contacted'));
      }}
      onStale={saved}
      onClose={onClose}
    >
      <DayItem label={t('on')} />
      <ChoiceItem
        name="way"
        label={t('way')}
        options={contactWays.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <NoteItem />
    </EntryDialog>
  );
}

/** Ends an entry: back, gone over, or never true. */
export function CloseDialog({ id, onClose }: Props) {
  const t = useText(floatingTexts);
  const { message } = App.useApp();
  const saved = useRegisterSaved();
  const query = useFloating(id);
  const entry = query.data;
  if (!entry)
    return <WaitingDialog error={query.error} retry={() => void query.refetch()} onClose={onClose} />;
  return (
    <EntryDialog<Closing, Floating>
      title={t('closeTitle', { name: entry.name })}
      hint={t('closeHint')}
      initial={{ on: civilDate(new Date()), closing: 'returned' }}
      send={({ on, closing, note }) => closeFloating(entry, { on, closing, note: note?.trim() || null })}
      onDone={(next) => {
        saved({ entry: next });
        void message.success(t('closed'));
      }}
      onStale={() => void query.refetch()}
      onClose={onClose}
    >
      <ChoiceItem
        name="closing"
        label={t('closing')}
        options={closings.map((value) => ({ value, label: t(`closing.${value}`) }))}
      />
      <DayItem label={t('closedOn')} />
      <NoteItem />
    </EntryDialog>
  );
}
