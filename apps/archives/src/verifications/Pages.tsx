import { useText } from '@banyan/ui-kit';
import { Button } from 'antd';
import { verificationTexts } from './verification-texts.ts';

/** The way on in a list that has no table: one page back, one page on. */
export function Pages(props: { page: number; pages: number; turn: (page: number) => void }) {
  const t = useText(verificationTexts);
  const { page, pages, turn } = props;
  if (pages <= 1) return null;
  return (
    <div className="by-phone-pages">
      <Button disabled={page <= 1} onClick={() => turn(page - 1)}>
        {t('previous')}
      </Button>
      <span>{t('pageOf', { page, pages })}</span>
      <Button disabled={page >= pages} onClick={() => turn(page + 1)}>
        {t('next')}
      </Button>
    </div>
  );
}
