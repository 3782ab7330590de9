import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, expectStatus } from '../mesh/client.ts';
import { password } from '../mesh/group.ts';
import { smallGroupDuringTests } from '../mesh/small-group.ts';

const { mesh, group } = smallGroupDuringTests();

/** What an account may see in full within ten minutes, unless an installation says otherwise. */
const budget = 30;
const count = 60;
const phone = '13800138000';

interface Entry {
  readonly action: string;
  readonly account: { readonly name: string } | null;
}

let greedy: Client;
let members: readonly string[];

beforeAll(async () => {
  greedy = await group.officer('greedy', 'branch-secretary', 'node', [group.nodes['east-1']]);
  await mesh.settle();
  const body = { name: '榕甲', organizationId: group.nodes['east-1'], stage: 'full', phone };
  members = await Promise.all(
    Array.from({ length: count }, async () => {
      const made = await group.registrar.post('/api/archives/members', body);
      return expectStatus<{ id: string }>(made, 201, 'a member on record').id;
    }),
  );
});

const unmask = (client: Client, id: string): Promise<Answer> =>
  client.post(`/api/archives/members/${id}/unmask`, { fields: ['phone'], reason: '核对' });

const isShown = ({ status, text }: Answer): boolean => status === 200 && text.includes(phone);

describe('somebody who sees as many records in full as there are', () => {
  let seen: readonly string[];

  it('gets as many as the budget has, asking for all of them side by side, and then has to wait', async () => {
    const answers = await Promise.all(members.map((id) => unmask(greedy, id)));
    seen = members.filter((_, index) => isShown(answers[index] as Answer));
    expect(seen).toHaveLength(budget);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(count - budget);
    for (const answer of refused) {
      expect(answer.json<{ code: string }>().code).toBe('archives.unmask-limit');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(500);
      expect(answer.text).not.toContain(phone);
    }
  });

  it('is held to it in another session and after the service was killed, and sees again what was seen', async () => {
    const next = members.find((id) => !seen.includes(id)) as string;
    const again = await mesh.signIn('greedy', password);
    expect((await unmask(again, next)).status).toBe(429);
    await mesh.kill('archives');
    await mesh.restart('archives');
    expect((await unmask(greedy, next)).status).toBe(429);
    expect(isShown(await unmask(greedy, seen[0] as string))).toBe(true);
  });

  it('is on the trail that the auditor reads: each record seen, and one notice of the pause', async () => {
    await mesh.settle();
    // The filter takes what begins with it.
    const path = '/api/identity/audit-entries?action=archives.member.unmask&pageSize=100';
    const { items } = expectStatus<{ items: Entry[] }>(await group.auditor.get(path), 200, 'the trail');
    const own = items.filter(({ account }) => account?.name === 'greedy');
    expect(own.filter(({ action }) => action === 'archives.member.unmask-limit')).toHaveLength(1);
    expect(own.filter(({ action }) => action === 'archives.member.unmask')).toHaveLength(budget + 1);
  });

  it('keeps nobody else from working', async () => {
    const [first, second] = members as [string, string];
    for (const id of [first, second]) expect(isShown(await unmask(group.registrar, id))).toBe(true);
  });
});
