import { useNode, useText, withNode } from '@banyan/ui-kit';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { transferTexts } from './transfer-texts.ts';

/** People chosen in the list go to the form together. */
export function TransferSelected({ ids }: { ids: string[] }) {
  const t = useText(transferTexts);
  const navigate = useNavigate();
  const node = useNode();
  return (
    <Button
      size="small"
      onClick={() => navigate(withNode(`/archives/transfers/new?members=${ids.join(',')}`, node))}
    >
      {t('selected')}
    </Button>
  );
}
