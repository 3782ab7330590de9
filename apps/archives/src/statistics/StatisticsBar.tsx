import { holdsAny, OrganizationSelect, useActor, useText } from '@banyan/ui-kit';
import { SwapOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Tooltip } from 'antd';
import { stages, states } from '../members/member.ts';
import { useMemberWords } from '../members/use-member-words.ts';
import { type Dimension, dimensions, shares, standsAgainst } from './statistics.ts';
import { statisticsTexts } from './statistics-texts.ts';
import { every, none, type StatisticsQuestion } from './use-statistics-question.ts';
import { useStatisticsWords } from './use-statistics-words.ts';

/** In pixels: all dimensions at once. */
const everyChoice = 464;

type Props = { question: StatisticsQuestion; set: (changes: Record<string, string | null>) => void };

/** What stands against what, of whom, and how the figures are told. */
export function StatisticsBar({ question, set }: Props) {
  const t = useText(statisticsTexts);
  const members = useMemberWords();
  const mayChoose = holdsAny(useActor(), ['identity.organization.read']);
  return (
    <div className="by-filters archives-statistics-tools" role="search" aria-label={t('title')}>
      <Dimensions question={question} set={set} />
      <Select
        value={question.stage ?? null}
        onChange={(stage: string | null | undefined) => set({ stage: stage ?? null })}
        options={members.options('stage', stages)}
        placeholder={t('stageFilter')}
        aria-label={t('stageFilter')}
        allowClear
        popupMatchSelectWidth={false}
        style={{ minWidth: 112 }}
      />
      <Select
        value={question.state ?? every}
        onChange={(state) => set({ state })}
        options={[{ value: every, label: t('everyState') }, ...members.options('state', states)]}
        aria-label={t('stateFilter')}
        popupMatchSelectWidth={false}
        style={{ minWidth: 112 }}
      />
      {mayChoose && (
        <OrganizationSelect
          value={question.organizationId ?? null}
          onChange={(id) => set({ organizationId: id })}
          placeholder={t('organizationFilter')}
          ariaLabel={t('organizationFilter')}
          width={136}
        />
      )}
      <Segmented
        className="by-filters-tools"
        value={question.share}
        onChange={(share) => set({ share: share === 'none' ? null : share })}
        options={shares.map((value) => ({ value, label: t(`share.${value}`) }))}
        aria-label={t('share')}
      />
    </div>
  );
}

function Dimensions({ question, set }: Props) {
  const t = useText(statisticsTexts);
  const words = useStatisticsWords();
  const { rows, columns } = question;
  const option = (value: Dimension) => ({ value, label: words.dimension(value) });
  const choose = (next: Dimension) =>
    // Columns that cannot stand against the new rows give way to the old rows.
    set({ rows: next, ...(columns && !standsAgainst(next, columns) ? { columns: rows } : {}) });
  return (
    <div className="archives-statistics-axes">
      <label className="archives-statistics-choice">
        {t('rows')}
        <Select
          value={rows}
          onChange={choose}
          options={dimensions.map(option)}
          aria-label={t('rows')}
          popupMatchSelectWidth={false}
          listHeight={everyChoice}
        />
      </label>
      <Tooltip title={t('swap')}>
        <Button
          type="text"
          icon={<SwapOutlined />}
          aria-label={t('swap')}
          disabled={columns === undefined}
          onClick={() => columns && set({ rows: columns, columns: rows })}
        />
      </Tooltip>
      <label className="archives-statistics-choice">
        {t('columns')}
        <Select
          value={columns ?? none}
          onChange={(next) => set({ columns: next })}
          options={[
            { value: none, label: t('noColumns') },
            ...dimensions.filter((name) => standsAgainst(rows, name)).map(option),
          ]}
          aria-label={t('columns')}
          popupMatchSelectWidth={false}
          listHeight={everyChoice}
        />
      </label>
    </div>
  );
}
