import type { IdentitySchemas } from '@banyan/api-client/identity';
import { formatInstant, useLocale, useText } from '@banyan/ui-kit';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { accountTexts } from './account-texts.ts';

type Props = { name: string; invitation: IdentitySchemas['Invitation']; onClose: () => void };

/** The link is shown once: whoever issued it hands it over, the service keeps only its hash. */
export function InvitationDialog({ name, invitation, onClose }: Props) {
  const t = useText(accountTexts);
  const locale = useLocale();
  const [copied, setCopied] = useState(false);
  const link = new URL(invitation.path, location.origin).href;
  const copy = async () => {
    await navigator.clipboard?.writeText(link);
    setCopied(navigator.clipboard !== undefined);
  };
  return (
    <Modal
      open
      title={t('inviteTitle', { name })}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('close')}
        </Button>,
        <Button key="copy" type="primary" onClick={() => void copy()}>
          {t(copied ? 'copied' : 'copy')}
        </Button>,
      ]}
    >
      <p>{t('inviteHint', { until: formatInstant(invitation.expiresAt, locale) })}</p>
      <Input.TextArea
        readOnly
        value={link}
        aria-label={t('inviteLink')}
        autoSize
        onFocus={(event) => event.target.select()}
      />
    </Modal>
  );
}
