import type { Access } from '@banyan/contracts/access';
import { createTestDatabase, type TestDatabase } from '@banyan/test-kit/database';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Sql } from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AccessDirectory, createAccessDirectory } from './access-directory.ts';
import { type Authenticator, createAuthenticator } from './authenticate.ts';
import { connect } from './connect.ts';
import { AppError } from './error.ts';
import { kitMigrations } from './migrate.ts';
import { createTree } from './organization-tree.ts';

const keys = await generateKeyPair('ES256');
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };

let database: TestDatabase;
let client: Sql;
beforeAll(async () => {
  database = await createTestDatabase('archives', [kitMigrations]);
  client = connect(database.url, 2, 'archives');
});
afterAll(async () => {
  await client.end({ timeout: 1 });
  await database.drop();
});

/** Questions that wait at identity until the test answers them. */
interface Question {
  answer(access: Partial<Access>): void;
  fail(): void;
}
let questions: Question[];
let accountId: string;
/** Verified once, it is not looked at again: who asks with it waits for nothing but the access. */
let plain: string;
let directory: AccessDirectory;
let authenticator: Authenticator;
const away = new AppError('unavailable', 'identity.unavailable', 'Permissions cannot be checked right now.');

beforeEach(async () => {
  questions = [];
  accountId = uuidv7();
  plain = await tokenOf(1);
  directory = createAccessDirectory(() => createTree([], 1));
  const access = (): Promise<Access> =>
    new Promise((resolve, reject) => {
      questions.push({
        answer: (given) =>
          resolve({ accountId, personId: null, revision: 1, active: true, grants: [], ...given }),
        fail: () => reject(away),
      });
    });
  authenticator = createAuthenticator({
    domain: 'archives',
    access: directory,
    client,
    identity: {
      access,
      keys: async () => ({ keys: [jwk] }),
      treeSnapshot: () => Promise.reject(away),
      mergedInto: () => Promise.reject(away),
    },
  });
});

function tokenOf(revision: number): Promise<string> {
  return new SignJWT({ sid: 's', rev: revision })
    .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'banyan+jwt' })
    .setIssuer('banyan')
    .setAudience('archives')
    .setSubject(accountId)
    .setExpirationTime('60s')
    .sign(keys.privateKey);
}

function ask(token = plain): Promise<string> {
  return authenticator.authenticate(`Bearer ${token}`, 'request').then(
    () => 'served',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

/** The question that is asked next, once it is there. */
async function question(number: number): Promise<Question> {
  do await new Promise((resolve) => setImmediate(resolve));
  while (questions.length < number);
  return questions[number - 1] as Question;
}

async function served(access: Partial<Access> = {}): Promise<void> {
  const asked = ask();
  (await question(1)).answer(access);
  expect(await asked).toBe('served');
}

describe('an account in doubt', () => {
  it('is served by nothing but what identity answers to a question put afterwards', async () => {
    await served();
    authenticator.doubt(accountId);
    const asked = ask();
    (await question(2)).answer({ revision: 2, active: false });
    expect(await asked).toBe('session.required');
    expect([questions.length, directory.revision(accountId)]).toEqual([2, 2]);
  });

  it('is served again by what was true before, where there was nothing to the doubt', async () => {
    await served();
    authenticator.doubt(accountId);
    (await question(2)).answer({});
    expect(await ask()).toBe('served');
    expect([await ask(), questions.length]).toEqual(['served', 2]);
  });

  it('is not believed an answer that was asked for before', async () => {
    const early = ask();
    const before = await question(1);
    directory.put({ accountId, personId: null, revision: 0, active: true, grants: [] });
    authenticator.doubt(accountId);
    before.answer({});
    const late = ask();
    (await question(2)).answer({ revision: 2, active: false });
    expect(await late).toBe('session.required');
    await early;
  });

  it('is asked about once, however often it is doubted, and waits for no doubt that comes later', async () => {
    await served();
    for (let time = 0; time < 50; time += 1) authenticator.doubt(accountId);
    const asked = ask();
    const answered = await question(2);
    for (let time = 0; time < 50; time += 1) authenticator.doubt(accountId);
    answered.answer({});
    expect(await asked).toBe('served');
    (await question(3)).answer({});
    expect(await ask()).toBe('served');
    expect(questions).toHaveLength(3);
  });

  it('is refused while identity is away, also by what was stored, and served once it is back', async () => {
    await served();
    authenticator.doubt(accountId);
    const waiting = ask();
    (await question(2)).fail();
    expect(await waiting).toBe('identity.unavailable');
    const refused = ask();
    (await question(3)).fail();
    expect(await refused).toBe('identity.unavailable');
    expect(await client`select 1 from access_replicas where account_id = ${accountId}`).toHaveLength(0);
    const again = ask();
    (await question(4)).answer({});
    expect(await again).toBe('served');
    expect(await client`select 1 from access_replicas where account_id = ${accountId}`).toHaveLength(1);
  });
});

it('without a doubt, what was stored serves while identity is away', async () => {
  await served({ revision: 5 });
  directory.put({ accountId, personId: null, revision: 5, active: true, grants: [] });
  const restarted = ask(await tokenOf(6));
  (await question(2)).fail();
  expect(await restarted).toBe('identity.unavailable');
  const enough = authenticator.recall({ accountId, personId: null, requestId: 'job' });
  (await question(3)).fail();
  expect((await enough).accountId).toBe(accountId);
});
