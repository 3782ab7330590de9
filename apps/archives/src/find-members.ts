import { archives } from '@banyan/api-client/archives';
import { take } from '@banyan/ui-kit';
import type { SearchHit } from '@banyan/ui-kit/remote';

const shown = 8;

/** People for the palette: by name, pinyin, initials, or the tail of an ID or phone number. */
export async function findMembers(
  text: string,
  node: string | null,
  signal: AbortSignal,
): Promise<SearchHit[]> {
  const query = { q: text, page: 1, pageSize: shown, ...(node ? { node } : {}) };
  const { items } = await take(archives.client.GET('/api/archives/members', { params: { query }, signal }));
  return items.map((item) => ({
    id: item.id,
    title: item.name,
    note: item.organizationName,
    path: `/archives/members/${item.id}`,
  }));
}
