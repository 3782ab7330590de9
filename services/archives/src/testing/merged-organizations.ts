import { organizationMerged } from '@banyan/contracts/identity/events';
import { handleOnce } from '@banyan/service-kit/subscriptions';
import { v7 as uuidv7 } from 'uuid';
import type { ArchivesUnderTest } from './archives-under-test.ts';

/**
 * Hands what identity says of a merged organization to the reactions with this ending, twice, as the broker may. Resolves to
 * what each did: the first time, and the second.
 */
export async function deliverMerge(
  archives: ArchivesUnderTest,
  ended: string,
  into: string,
  reactions = ':organization-merged',
): Promise<[first: boolean, second: boolean][]> {
  const organization = archives.node(ended);
  archives.merge(ended, into);
  const id = uuidv7();
  const text = JSON.stringify({
    specversion: '1.0',
    id,
    source: 'urn:banyan:identity',
    type: organizationMerged.type,
    subject: organization.id,
    // Where the group is, the 23rd has begun.
    time: '2026-11-22T18:00:00.000Z',
    datacontenttype: 'application/json',
    data: { treeRevision: 2, version: 2, organization, intoId: archives.node(into).id },
  });
  const done: [boolean, boolean][] = [];
  for (const reaction of archives.subscriptions.filter(({ name }) => name.endsWith(reactions))) {
    const deliver = async () => (await handleOnce(archives.kit.database, reaction, [{ id, text }])) > 0;
    done.push([await deliver(), await deliver()]);
  }
  return done;
}
