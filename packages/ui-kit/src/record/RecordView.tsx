import { Button, Dropdown, Skeleton } from 'antd';
import { MoreOutlined } from '@ant-design/icons';
import { type ReactNode, Suspense } from 'react';
import { useText } from '../locale.tsx';
import { useDocumentTitle } from '../PageHeader.tsx';
import { useProParts } from '../pro-parts.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { kitTexts } from '../texts.ts';
import { useMedia } from '../use-wide.ts';
import { useRecordPlace } from './RecordPanel.tsx';

export type RecordAction = {
  key: string;
  label: string;
  /** The verb in `record.abilities` that allows it; without one it is always there. */
  ability?: string;
  onClick: () => void;
  primary?: boolean;
  danger?: boolean;
  loading?: boolean;
};

export type Fact = { label: string; value: ReactNode; wide?: boolean };
export type FactGroup = { title?: string; facts: Fact[] };

type Props = {
  /** The query that loads the record decides what is drawn. */
  status: { isPending: boolean; error: unknown; retry: () => void };
  title: string;
  state?: ReactNode;
  abilities: string[];
  actions?: RecordAction[];
  facts: FactGroup[];
  /** Notices above the facts. */
  notice?: ReactNode;
  /** Below the facts: timeline, related records. */
  children?: ReactNode;
};

const shownActions = 3;
const roomForTwo = '(min-width: 1024px)';

/** The detail pattern, the same beside a list and as a page: name, state, what I may do, facts, what happened. */
export function RecordView(props: Props) {
  const place = useRecordPlace();
  const t = useText(kitTexts);
  if (props.status.error)
    return (
      <div className="by-card">
        {place.kind === 'panel' && <header className="by-record-header">{place.close}</header>}
        <ProblemNotice error={props.status.error} onRetry={props.status.retry} />
      </div>
    );
  if (props.status.isPending)
    return (
      <div className="by-loading" role="status" aria-label={t('loading')}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  return place.kind === 'panel' ? <InPanel {...props} close={place.close} /> : <AsPage {...props} />;
}

function InPanel(props: Props & { close: ReactNode }) {
  return (
    <>
      <header className="by-record-header">
        <h2>{props.title}</h2>
        {props.state}
        {props.close}
      </header>
      <Actions {...props} size="small" />
      {props.notice}
      <Facts groups={props.facts} />
      {props.children && <div className="by-record-more">{props.children}</div>}
    </>
  );
}

function AsPage(props: Props) {
  useDocumentTitle(props.title);
  return (
    <>
      <header className="by-page-header">
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.state}
        <div className="by-page-actions">
          <Actions {...props} size="middle" />
        </div>
      </header>
      {props.notice}
      <div className="by-record-page">
        <section className="by-card by-record-facts">
          <Facts groups={props.facts} spread />
        </section>
        {props.children && <section className="by-card by-record-more">{props.children}</section>}
      </div>
    </>
  );
}

function Actions(props: Props & { size: 'small' | 'middle' }) {
  const t = useText(kitTexts);
  const allowed = (props.actions ?? []).filter(
    ({ ability }) => !ability || props.abilities.includes(ability),
  );
  if (allowed.length === 0) return null;
  const more = allowed.slice(shownActions);
  return (
    <div className={props.size === 'small' ? 'by-record-actions' : 'by-actions'}>
      {allowed.slice(0, shownActions).map((action) => (
        <Button
          key={action.key}
          size={props.size}
          type={action.primary ? 'primary' : 'default'}
          danger={action.danger ?? false}
          loading={action.loading ?? false}
          onClick={action.onClick}
        >
          {action.label}
        </Button>
      ))}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map(({ key, label, onClick, danger }) => ({
              key,
              label,
              onClick,
              danger: danger ?? false,
            })),
          }}
        >
          <Button size={props.size} icon={<MoreOutlined />} aria-label={t('moreActions')} />
        </Dropdown>
      )}
    </div>
  );
}

type FactsProps = {
  groups: FactGroup[];
  /** In two columns where there is room. */
  spread?: boolean;
};

export function Facts(props: FactsProps) {
  return (
    <div className="by-facts">
      <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 8 }} />}>
        <FactGroups {...props} />
      </Suspense>
    </div>
  );
}

function FactGroups(props: FactsProps) {
  const { ProFacts } = useProParts();
  const columns = useMedia(roomForTwo) && props.spread ? 2 : 1;
  const Heading = useRecordPlace().kind === 'page' ? 'h2' : 'h3';
  return props.groups.map((group, index) => (
    <div key={group.title ?? index} className="by-fact-group">
      {group.title && <Heading>{group.title}</Heading>}
      <ProFacts facts={group.facts} columns={columns} />
    </div>
  ));
}
