import { AppLink, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { useParams } from 'react-router';
import '../identity.css';
import { RoleRecord } from './RoleRecord.tsx';
import { roleTexts } from './role-texts.ts';

export function RolePage() {
  const { id = '' } = useParams();
  const t = useText(roleTexts);
  return (
    <>
      <AppLink to="/identity/roles" className="identity-back">
        <LeftOutlined aria-hidden /> {t('backToList')}
      </AppLink>
      <RoleRecord key={id} id={id} />
    </>
  );
}
