import { AppLink, holdsAny, useActor, useText } from '@banyan/ui-kit';
import { useRecordWords } from '../members/use-record-words.ts';
import { changeRequestTexts } from './change-request-texts.ts';
import './change-requests.css';
import { useWaitingRequests } from './queries.ts';

/** On the record of a person: what others have proposed and nobody has decided. */
export function MemberRequests(props: { memberId: string }) {
  const t = useText(changeRequestTexts);
  const words = useRecordWords(props.memberId);
  const actor = useActor();
  const waiting = useWaitingRequests(props.memberId, holdsAny(actor, ['archives.change-request.read']));
  const items = waiting.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="archives-waiting" aria-label={t('ofPerson')}>
      {t('waiting', { count: waiting.data?.total ?? 0 })}
      {items.map((request) => (
        <AppLink key={request.id} to={`/archives/change-requests/${request.id}`}>
          {request.fields.map(({ field }) => words.field(field)).join(t('separator'))}
        </AppLink>
      ))}
    </section>
  );
}
