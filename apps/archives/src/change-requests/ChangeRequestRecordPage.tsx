import { AppLink, PersonalData, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { useParams } from 'react-router';
import '../archives.css';
import { changeRequestTexts } from './change-request-texts.ts';
import { ChangeRequestRecord } from './ChangeRequestRecord.tsx';
import './change-requests.css';

/** A request as a page of its own: by link, and where there is no room beside the list. */
export function ChangeRequestRecordPage() {
  const { id = '' } = useParams();
  const t = useText(changeRequestTexts);
  return (
    <PersonalData>
      <AppLink to="/archives/change-requests" className="archives-back">
        <LeftOutlined aria-hidden /> {t('backToList')}
      </AppLink>
      <ChangeRequestRecord key={id} id={id} />
    </PersonalData>
  );
}
