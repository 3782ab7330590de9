import {
  PageHeader,
  ProblemNotice,
  RecordPanel,
  useMedia,
  useNode,
  useText,
  wide,
  withNode,
} from '@banyan/ui-kit';
import { SearchOutlined } from '@ant-design/icons';
import { Checkbox, Input, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import '../identity.css';
import { narrow, peopleBelow } from './organization-tree.ts';
import { OrganizationRecord } from './OrganizationRecord.tsx';
import { organizationTexts } from './organization-texts.ts';
import { OrganizationTree } from './OrganizationTree.tsx';
import { useOrganizationItems } from './queries.ts';

const none: never[] = [];
/** `?open=` of a reader who wants the tree alone. */
const closed = 'none';

/** The tree that I see, and one node of it beside. */
export function OrganizationsPage() {
  const t = useText(organizationTexts);
  const node = useNode();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const beside = useMedia(wide);
  const text = params.get('q') ?? '';
  const ended = params.get('ended') === 'true';
  const list = useOrganizationItems({ ended, node });
  const items = list.data?.items ?? none;
  const shown = useMemo(() => narrow(items, text), [items, text]);
  const people = useMemo(() => peopleBelow(items), [items]);
  const asked = params.get('open') ?? items[0]?.id ?? null;
  const open = beside && asked !== closed ? asked : null;
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: name !== 'open' },
    );
  const select = (id: string) =>
    beside ? set('open', id) : navigate(withNode(`/identity/organizations/${id}`, node));
  return (
    <>
      <PageHeader title={t('title')} facts={list.data && t('facts', { total: list.data.total })} />
      <div className={open ? 'by-split by-split-open' : 'by-split'}>
        <section className="by-card by-list" aria-label={t('title')}>
          <div className="by-filters" role="search">
            <Input
              value={text}
              onChange={(event) => set('q', event.target.value)}
              prefix={<SearchOutlined aria-hidden />}
              placeholder={t('search')}
              aria-label={t('search')}
              allowClear
              style={{ width: 240 }}
            />
            <Checkbox
              className="identity-ended"
              checked={ended}
              onChange={(event) => set('ended', event.target.checked ? 'true' : null)}
            >
              {t('withEnded')}
            </Checkbox>
          </div>
          {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
          {list.isPending && (
            <div className="by-loading" role="status">
              <Skeleton active title={false} paragraph={{ rows: 10 }} />
            </div>
          )}
          {list.data && shown.length === 0 && (
            <div className="by-empty">
              <strong>{t(items.length === 0 ? 'empty' : 'none')}</strong>
            </div>
          )}
          {shown.length > 0 && (
            <OrganizationTree
              items={shown}
              people={people}
              searching={text !== ''}
              selected={open}
              onSelect={select}
            />
          )}
        </section>
        {open && (
          <RecordPanel
            key={open}
            fullPath={`/identity/organizations/${open}`}
            onClose={() => set('open', closed)}
          >
            <OrganizationRecord id={open} />
          </RecordPanel>
        )}
      </div>
    </>
  );
}
