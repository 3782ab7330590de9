import { PageHeader, useText } from '@banyan/ui-kit';
import { Button } from 'antd';
import { shellTexts } from '../texts.ts';

/** A page of the shell itself could not be drawn; most often its files are those of an earlier version. */
export function PageBroken() {
  const t = useText(shellTexts);
  return (
    <>
      <PageHeader title={t('pageBroken')} />
      <div className="by-card sh-message" role="alert">
        <p>{t('pageBrokenHint')}</p>
        <Button type="primary" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      </div>
    </>
  );
}
