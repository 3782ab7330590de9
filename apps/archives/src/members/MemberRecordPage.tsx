import { AppLink, PersonalData, useActor, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { useParams } from 'react-router';
import '../archives.css';
import { MemberRecord } from './MemberRecord.tsx';
import { memberTexts } from './member-texts.ts';

/** A record as a page of its own: by link, and where there is no room beside the list. */
export function MemberRecordPage() {
  const { id = '' } = useParams();
  const t = useText(memberTexts);
  // Whoever sees nobody else has no list to go back to.
  const { personId } = useActor();
  return (
    <PersonalData>
      {id !== personId && (
        <AppLink to="/archives/members" className="archives-back">
          <LeftOutlined aria-hidden /> {t('backToList')}
        </AppLink>
      )}
      <MemberRecord key={id} id={id} />
    </PersonalData>
  );
}
