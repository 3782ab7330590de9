import { useText } from '@banyan/ui-kit';
import { Progress } from 'antd';
import type { Import } from './import.ts';
import { wizardTexts } from './wizard-texts.ts';

/** The service at work. */
export function RunningPanel({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const { status } = shown;
  if (status !== 'parsing' && status !== 'committing' && status !== 'undoing') return null;
  const { done, total } = shown.progress ?? { done: 0, total: 0 };
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  return (
    <section className="by-card imports-panel" aria-labelledby="imports-running">
      <h2 id="imports-running">{t(`running.${status}`)}</h2>
      <Progress percent={percent} showInfo={false} status="active" aria-labelledby="imports-running" />
      <p role="status">{total > 0 ? t('progress', { done, total }) : t('progressUnknown', { done })}</p>
      <p className="by-third">{t(`runningHint.${status}`)}</p>
    </section>
  );
}
