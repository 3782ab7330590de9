import type { Person } from '@banyan/contracts/person';
import type { Kit } from '@banyan/service-kit/kit';
import { systemScope } from '@banyan/service-kit/scope';

const pageSize = 5_000;

/** Everybody as other domains hold them, one JSON document per line, in order of id. Memory stays that of one page. */
export function streamPeople(kit: Kit): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = '00000000-0000-0000-0000-000000000000';
  return new ReadableStream({
    async pull(controller) {
      const people = await pageOfPeople(kit, after);
      const last = people.at(-1);
      if (last === undefined) return controller.close();
      after = last.id;
      controller.enqueue(encoder.encode(people.map((person) => `${JSON.stringify(person)}\n`).join('')));
      if (people.length < pageSize) controller.close();
    },
  });
}

function pageOfPeople(kit: Kit, after: string): Promise<Person[]> {
  return kit.database.read(
    systemScope('archives.person.snapshot'),
    (tx) => tx.sql<Person[]>`
      select id, name, pinyin, organization_id as "organizationId", section_id as "sectionId", stage, state,
        account_id as "accountId", version::int
      from members where id > ${after} order by id limit ${pageSize}`,
  );
}
