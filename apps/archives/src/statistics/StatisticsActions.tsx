import { useLocale, useText } from '@banyan/ui-kit';
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useDownload } from '../imports/use-download.ts';
import { statisticsTexts } from './statistics-texts.ts';

/** The table as a file or on paper. */
export function StatisticsActions({ query }: { query: Record<string, string> }) {
  const t = useText(statisticsTexts);
  const locale = useLocale();
  const { busy, download } = useDownload();
  const save = (format: string) => {
    const params = new URLSearchParams({ ...query, format, language: locale });
    void download(`/api/archives/statistics/export?${params.toString()}`, `statistics.${format}`);
  };
  return (
    <>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['xlsx', 'csv'] as const).map((key) => ({ key, label: t(`export.${key}`) })),
          onClick: ({ key }) => save(key),
        }}
      >
        <Button icon={<DownloadOutlined />} loading={busy !== null}>
          {t('export')}
        </Button>
      </Dropdown>
    </>
  );
}
