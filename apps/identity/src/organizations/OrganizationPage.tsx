import { AppLink, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { useParams } from 'react-router';
import '../identity.css';
import { OrganizationRecord } from './OrganizationRecord.tsx';
import { organizationTexts } from './organization-texts.ts';

export function OrganizationPage() {
  const { id = '' } = useParams();
  const t = useText(organizationTexts);
  return (
    <>
      <AppLink to={`/identity/organizations?open=${id}`} className="identity-back">
        <LeftOutlined aria-hidden /> {t('backToTree')}
      </AppLink>
      <OrganizationRecord key={id} id={id} />
    </>
  );
}
