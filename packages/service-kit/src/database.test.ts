import { fileURLToPath } from 'node:url';
import { createTestService, type TestActor, type TestService } from '@banyan/test-kit/service';
import { memberUpdated } from '@banyan/contracts/archives/events';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kitMigrations } from './migrate.ts';
import { narrowTo, publicScope, type Scope, systemScope } from './scope.ts';

const migrations = [kitMigrations, fileURLToPath(new URL('../test', import.meta.url))];
const tree = { group: { a: { a1: {}, a2: {} }, b: { b1: {} } } };

let service: TestService;
let officer: TestActor;

beforeAll(async () => {
  service = await createTestService({
    domain: 'notes',
    migrations,
    tree,
    compose: () => ({ subscriptions: [] }),
  });
  officer = await service.actor([{ permissions: ['notes.note.read'], mode: 'subtree', nodes: ['a'] }]);
  for (const name of ['a1', 'a1', 'a2', 'b1']) {
    await service.owner`insert into notes (id, organization_id, text) values (${uuidv7()}, ${service.node(name).id}, ${name})`;
  }
});
afterAll(() => service.close());

async function scopeOf(actor: TestActor, permission = 'notes.note.read'): Promise<Scope> {
  service.kit.access.put(await service.kit.identity.access(actor.accountId));
  return service.kit.authorizer.authorize(
    { accountId: actor.accountId, personId: null, sessionId: null, requestId: null },
    permission,
  );
}

/** Reads with no condition at all: what is seen is what the second wall lets through. */
const everything = (scope: Scope): Promise<string[]> =>
  service.kit.database.read(scope, async ({ sql }) =>
    (await sql<{ text: string }[]>`select text from notes order by text`).map(({ text }) => text),
  );

describe('the second wall', () => {
  it('shows the rows of the scope to a query that forgot every condition', async () => {
    expect(await everything(await scopeOf(officer))).toEqual(['a1', 'a1', 'a2']);
  });

  it('shows one organization once the scope was narrowed to it', async () => {
    expect(await everything(narrowTo(await scopeOf(officer), service.node('a2').id))).toEqual(['a2']);
  });

  it('shows all to a reaction without an organization, and one organization to a reaction with one', async () => {
    expect(await everything(systemScope('job'))).toHaveLength(4);
    expect(await everything(systemScope('job', service.node('b1').id))).toEqual(['b1']);
  });

  it('holds for a read of one statement as well, and one that fails leaves nothing behind', async () => {
    const scope = await scopeOf(officer);
    const one = (text: string) => service.kit.database.readOne<{ text: string }>(scope, text, []);
    for (let time = 0; time < 10; time += 1) {
      await expect(one('select 1 / 0 as text')).rejects.toThrow('division by zero');
      await expect(one('delete from notes')).rejects.toThrow('read-only');
      const rows = await one('select text from notes order by text');
      expect(rows.map(({ text }) => text)).toEqual(['a1', 'a1', 'a2']);
      expect(await everything(publicScope(null))).toEqual([]);
    }
  });

  it('shows nothing to the public', async () => {
    expect(await everything(publicScope(null))).toEqual([]);
  });

  it('refuses to write a row outside the scope', async () => {
    const scope = await scopeOf(officer);
    const write = service.kit.database.write(scope, async ({ sql }) => {
      await sql`insert into notes (id, organization_id, text) values (${uuidv7()}, ${service.node('b1').id}, 'smuggled')`;
    });
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('forgets the scope with the transaction, whoever uses the connection next', async () => {
    const scopes = await Promise.all(
      Array.from({ length: 40 }, async (_, index) =>
        index % 2 === 0 ? scopeOf(officer) : publicScope(null),
      ),
    );
    const seen = await Promise.all(scopes.map(everything));
    expect(seen.map((rows) => rows.length)).toEqual(scopes.map((scope) => (scope.kind === 'public' ? 0 : 3)));
  });
});

describe('a write', () => {
  const data = {
    version: 2,
    fields: ['education'],
    person: {
      id: uuidv7(),
      name: '李',
      pinyin: 'li',
      organizationId: uuidv7(),
      sectionId: null,
      stage: 'full',
      state: 'active',
      accountId: null,
      version: 2,
    },
  } as const;

  it('stores the change, its audit row and its facts together', async () => {
    const id = uuidv7();
    await service.kit.database.write(systemScope('job'), async (tx) => {
      await tx.sql`insert into notes (id, organization_id, text) values (${id}, ${service.node('b1').id}, 'kept')`;
      tx.audit({
        action: 'notes.note.create',
        entity: 'note',
        subjectId: id,
        organizationId: service.node('b1').id,
        fields: ['text', 'place'],
        version: 1,
      });
      tx.emit(memberUpdated, id, { ...data, fields: [...data.fields] });
    });
    const [audit] =
      await service.owner`select action, fields, version from audit_entries where subject_id = ${id}`;
    expect(audit).toMatchObject({ action: 'notes.note.create', fields: ['text', 'place'] });
    expect((await service.facts()).map(({ type }) => type)).toEqual([
      'archives.member.updated',
      'notes.audit.recorded',
    ]);
  });

  it('stores nothing at all when any part of it fails', async () => {
    const id = uuidv7();
    const write = service.kit.database.write(systemScope('job'), async (tx) => {
      await tx.sql`insert into notes (id, organization_id, text) values (${id}, ${service.node('b1').id}, 'lost')`;
      tx.audit({ action: 'notes.note.create', entity: 'note', subjectId: id, organizationId: null });
      tx.emit(memberUpdated, id, { ...data, version: 'not a number' } as never);
    });
    await expect(write).rejects.toThrow();
    expect(await service.owner`select 1 from notes where id = ${id}`).toHaveLength(0);
    expect(await service.owner`select 1 from audit_entries where subject_id = ${id}`).toHaveLength(0);
    expect(await service.facts()).toEqual([]);
  });

  it('cannot change or delete an audit row', async () => {
    const tamper = (statement: string) =>
      service.kit.database.write(systemScope('job'), (tx) => tx.sql.unsafe(statement));
    await expect(tamper(`update audit_entries set action = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(tamper('delete from audit_entries')).rejects.toThrow(/permission denied/);
  });

  it('runs once under one idempotency key, also when both requests come together', async () => {
    const scope = await scopeOf(officer);
    const key = { key: 'k1', fingerprint: 'f1' };
    const once = () =>
      service.kit.database.write(
        scope,
        async (tx) => {
          const id = uuidv7();
          await tx.sql`insert into notes (id, organization_id, text) values (${id}, ${service.node('a1').id}, 'once')`;
          return { id };
        },
        { idempotency: key },
      );
    const [first, second] = await Promise.all([once(), once()]);
    expect(await once()).toEqual(first);
    expect(second).toEqual(first);
    expect(await service.owner`select 1 from notes where text = 'once'`).toHaveLength(1);
  });

  it('refuses a key that was used for another request', async () => {
    const scope = await scopeOf(officer);
    const run = (fingerprint: string) =>
      service.kit.database.write(scope, async () => ({ done: true }), {
        idempotency: { key: 'k2', fingerprint },
      });
    await run('one');
    await expect(run('another')).rejects.toMatchObject({ code: 'idempotency.key-reused' });
  });
});

describe('a connection that many share', () => {
  it('is handed on only after the transaction before has ended', async () => {
    const scope = systemScope('notes.note.read');
    const organizationId = service.node('a1').id;
    const before = (await everything(scope)).length;
    const round = (n: number): Promise<unknown> =>
      n % 2 === 0
        ? service.kit.database.read(scope, ({ sql }) => sql`select ${n}::int as ${sql(`n${n}`)}`)
        : service.kit.database.write(
            scope,
            ({ sql }) =>
              sql`insert into notes (id, organization_id, text) values (${uuidv7()}, ${organizationId}, 'shared')`,
          );
    await Promise.all(Array.from({ length: 200 }, (_, n) => round(n)));
    expect(await everything(scope)).toHaveLength(before + 100);
  });
});
