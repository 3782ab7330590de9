import { describe, expect, it } from 'vitest';
import { budgetSchema } from './budget.ts';
import { holderOf } from './holder.ts';
import { createHoldings, type Use } from './holdings.ts';

const ticket = (sessionId: string, accountId: string) => ({
  authorization: 'Bearer x',
  session: 'x',
  sessionId,
  accountId,
  expiresAt: 0,
  freshUntil: 0,
});
const budget = budgetSchema.parse({ streams: { address: 1, session: 2, account: 3 } });
const useOf = (uses: Use[], holder: string): Use =>
  uses.find((use) => use.item === 'streams' && use.holder === holder) as Use;

describe('what is held', () => {
  it('ends with the session for one session, and with the account for all of its sessions', () => {
    const holdings = createHoldings(budget);
    const [one, two] = [holderOf(ticket('s1', 'a'), ''), holderOf(ticket('s2', 'a'), '')];
    expect([1, 2, 3].map(() => holdings.take('streams', one) !== null)).toEqual([true, true, false]);
    expect([1, 2].map(() => holdings.take('streams', two) !== null)).toEqual([true, false]);
    expect(holdings.take('streams', holderOf(ticket('s3', 'b'), ''))).not.toBeNull();
    expect(useOf(holdings.uses(), 'account')).toMatchObject({ limit: 3, held: 4, most: 3, refused: 1 });
  });

  it('comes back once, however often it is given back, and nothing stays of a refusal', () => {
    const holdings = createHoldings(budget);
    const mine = holderOf(ticket('s', 'a'), '');
    const first = holdings.take('streams', mine);
    const second = holdings.take('streams', mine);
    expect(holdings.take('streams', mine)).toBeNull();
    first?.();
    first?.();
    expect(useOf(holdings.uses(), 'session').held).toBe(1);
    second?.();
    expect(useOf(holdings.uses(), 'session')).toMatchObject({ held: 0, most: 0 });
    expect(useOf(holdings.uses(), 'account')).toMatchObject({ held: 0, most: 0 });
  });

  it('is counted on the address only where there is no session', () => {
    const holdings = createHoldings(budget);
    expect(holdings.take('streams', holderOf(null, '192.0.2.1'))).not.toBeNull();
    expect(holdings.take('streams', holderOf(null, '192.0.2.1'))).toBeNull();
    expect(holdings.take('streams', holderOf(null, '192.0.2.2'))).not.toBeNull();
    expect(holdings.take('streams', holderOf(ticket('s', 'a'), '192.0.2.1'))).not.toBeNull();
    expect(holdings.take('streams', holderOf(null, '2001:db8:1:2::3'))).not.toBeNull();
    expect(holdings.take('streams', holderOf(null, '2001:db8:1:2:ffff::4'))).toBeNull();
  });
});
