import { AppLink, PersonalData, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { useParams } from 'react-router';
import '../archives.css';
import { TransferRecord } from './TransferRecord.tsx';
import { transferTexts } from './transfer-texts.ts';

/** A transfer as a page of its own: by link, and where there is no room beside the list. */
export function TransferRecordPage() {
  const { id = '' } = useParams();
  const t = useText(transferTexts);
  return (
    <PersonalData>
      <AppLink to="/archives/transfers" className="archives-back">
        <LeftOutlined aria-hidden /> {t('backToList')}
      </AppLink>
      <TransferRecord key={id} id={id} />
    </PersonalData>
  );
}
