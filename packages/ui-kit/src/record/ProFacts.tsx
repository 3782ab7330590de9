import { ProDescriptions } from '@ant-design/pro-components';
import type { Fact } from './RecordView.tsx';

/** The facts of a group, by name. Loaded with the first record. */
export function ProFacts(props: { facts: Fact[]; columns: number }) {
  return (
    <ProDescriptions
      size="small"
      colon={false}
      column={props.columns}
      columns={props.facts.map((fact) => ({
        key: fact.label,
        title: fact.label,
        span: fact.wide ? props.columns : 1,
        render: () => fact.value ?? <span className="by-third">—</span>,
      }))}
    />
  );
}
