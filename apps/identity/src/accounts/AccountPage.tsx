import { AppLink, PersonalData, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { useParams } from 'react-router';
import '../identity.css';
import { AccountRecord } from './AccountRecord.tsx';
import { accountTexts } from './account-texts.ts';

export function AccountPage() {
  const { id = '' } = useParams();
  const t = useText(accountTexts);
  return (
    <PersonalData>
      <AppLink to="/identity/accounts" className="identity-back">
        <LeftOutlined aria-hidden /> {t('backToList')}
      </AppLink>
      <AccountRecord key={id} id={id} />
    </PersonalData>
  );
}
