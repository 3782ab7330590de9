import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import type { Scope } from '@banyan/service-kit/scope';
import { Parameters } from '../members/member-pages.ts';
import { shapeOf } from '../members/member-scope.ts';
import { endingWithinDays } from './letter-rules.ts';
import type { TransferReach } from './transfer-policy.ts';
import type { Duty } from './transfer-views.ts';

export const lastCharacter = '\u{10ffff}';

/** Conditions over `transfers t`, with their parameters. */
export class TransferConditions {
  readonly parameters = new Parameters();
  private readonly tree: OrganizationTree;
  private readonly today: string;

  constructor(tree: OrganizationTree, today: string) {
    this.tree = tree;
    this.today = this.parameters.add(today);
  }

  /** The state today: see `stateOn()` of transfer.ts. */
  get state(): string {
    return `(case when t.state = 'issued' and t.expires_on < ${this.today}::date then 'expired' else t.state end)`;
  }

  /** Whether an organization lies in a scope; the fence keeps it a hashed look-up. */
  held(scope: Scope | null, column: string): string {
    if (scope === null || (scope.ranges.length === 0 && !scope.whole)) return 'false';
    const { whole, ranges } = shapeOf(scope, this.tree);
    if (whole) return `(${column} is not null)`;
    return `(coalesce(${column} in (select id from organizations_in(${this.parameters.add(ranges)}) o(id)), false))`;
  }

  /** The first wall: either end in the scope, or the reader's own. */
  seen(scope: Scope): string {
    const own =
      scope.personId === null ? 'false' : `t.member_id = ${this.parameters.add(scope.personId)}::uuid`;
    return `(${this.held(scope, 't.from_organization_id')} or ${this.held(scope, 't.to_organization_id')} or ${own})`;
  }

  /** As `directionOf()` of transfer-policy.ts. */
  direction(scope: Scope): string {
    const from = this.held(scope, 't.from_organization_id');
    const to = this.held(scope, 't.to_organization_id');
    return `(case when ${from} = ${to} then t.kind when ${from} then 'out' else 'in' end)`;
  }

  /** What waits for the reader. */
  duty(duty: Duty, reach: TransferReach, scope: Scope): string {
    const sender = `case when t.kind = 'in' then t.to_organization_id else t.from_organization_id end`;
    switch (duty) {
      case 'approve':
        return `(t.state = 'applied' and ${this.held(reach.approve, 't.from_organization_id')})`;
      case 'receive':
        return `(${this.state} = 'issued' and ${this.held(reach.receive, 't.to_organization_id')})`;
      case 'receipt':
        return `(t.state = 'received' and ${this.held(reach.create, sender)})`;
      case 'ending':
        return `(${this.state} = 'issued' and t.expires_on <= ${this.today}::date + ${endingWithinDays} and ${this.seen(scope)})`;
      case 'expired':
        return `(${this.state} = 'expired' and ${this.held(reach.create, sender)})`;
    }
  }

  /** The beginning of a name, of its pinyin or initials, or the number of a letter. */
  search(text: string): string {
    const begins = (column: string, prefix: string): string =>
      `(t.${column} >= ${this.parameters.add(prefix)} collate "C" and t.${column} < ${this.parameters.add(prefix + lastCharacter)} collate "C")`;
    const letters = text.toLowerCase().replaceAll(/[\s']/g, '');
    const keys = /^[a-z]+$/.test(letters)
      ? [begins('pinyin', letters), begins('initials', letters)]
      : [begins('name', text)];
    return `(${[...keys, `t.letter_number = ${this.parameters.add(text)}`].join(' or ')})`;
  }
}
