import { archives } from '@banyan/api-client/archives';
import { useText } from '@banyan/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { exportTexts } from './export-texts.ts';

/** Whom the file will hold, in the words of the list's filters, and how many they are. */
export function ExportScope({ question }: { question: { query: Record<string, string>; words: string[] } }) {
  const t = useText(exportTexts);
  const query = { ...question.query, pageSize: 1 } as {};
  const page = useQuery(archives.query('/api/archives/members', { params: { query } }));
  const count = page.data
    ? t(page.data.totalIsExact ? 'people' : 'peopleMore', { total: page.data.total })
    : t('counting');
  return (
    <section className="archives-export-part">
      <h3>
        {t('who')}
        <strong role="status">{count}</strong>
      </h3>
      <p>
        {question.words.length === 0 ? t('everybody') : question.words.join(' · ')}
        <span className="by-third"> · {t('order')}</span>
      </p>
    </section>
  );
}
