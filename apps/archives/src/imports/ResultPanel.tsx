import { AppLink, formatNumber, useLocale, useText } from '@banyan/ui-kit';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { GoButton } from '../GoButton.tsx';
import type { Import } from './import.ts';
import { UndoButton } from './UndoButton.tsx';
import { useDownload } from './use-download.ts';
import { wizardTexts } from './wizard-texts.ts';
import './result.css';

/** What became of the file, with the ways on: its result as a file, the people, and back. */
export function ResultPanel({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const committed = shown.status === 'committed';
  return (
    <section className="by-card imports-panel" aria-labelledby="imports-result">
      <h2 id="imports-result">{t(committed ? 'done' : 'undoneTitle')}</h2>
      {committed && <Figures shown={shown} />}
      <div className="by-actions imports-result">
        {committed && <ResultFiles id={shown.id} />}
        <GoButton to="/archives/imports/new">{t('another')}</GoButton>
        <UndoButton shown={shown} />
      </div>
      {committed && (
        <p>
          <AppLink to={`/archives/members?import=${shown.id}`}>{t('showPeople')}</AppLink>
        </p>
      )}
    </section>
  );
}

function Figures({ shown }: { shown: Import }) {
  const t = useText(wizardTexts);
  const locale = useLocale();
  const figures = [
    ['added', shown.added],
    ['updated', shown.updated],
    ['unchanged', shown.unchanged],
    ['skipped', shown.invalid],
  ] as const;
  return (
    <dl className="imports-figures">
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{t(`figure.${name}`)}</dt>
          <dd>{formatNumber(count, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ResultFiles({ id }: { id: string }) {
  const t = useText(wizardTexts);
  const { busy, download } = useDownload();
  const files = [
    { name: 'result.xlsx', label: t('resultWorkbook') },
    { name: 'result.csv', label: t('resultText') },
  ];
  return files.map(({ name, label }) => {
    const path = `/api/archives/imports/${id}/${name}`;
    return (
      <Button
        key={name}
        icon={<DownloadOutlined />}
        loading={busy === path}
        onClick={() => void download(path, name)}
      >
        {label}
      </Button>
    );
  });
}
