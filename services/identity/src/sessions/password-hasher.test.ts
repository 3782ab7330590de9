import { expect, test } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

test('a hash is argon2id with the cost that OWASP asks for at least', async () => {
  const passwords = await createPasswordHasher();
  const hash = await passwords.hash('Rain-in-Karamay7');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.verify(hash, 'Rain-in-Karamay7')).toBe(true);
  expect(await passwords.verify(hash, 'rain-in-Karamay7')).toBe(false);
});

test('nobody has no password that fits', async () => {
  const passwords = await createPasswordHasher();
  expect(await passwords.verify(null, 'a password that nobody has')).toBe(false);
});

test('whoever finds the queue full is told to come back, and those in it are served', async () => {
  const passwords = await createPasswordHasher({ running: 1, waiting: 2 });
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map(() => passwords.hash('Rain-in-Karamay7')));
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect((results[3] as PromiseRejectedResult).reason).toMatchObject({
    kind: 'unavailable',
    code: 'session.busy',
    details: { retryAfterSeconds: 2 },
  });
  expect(await passwords.hash('Rain-in-Karamay7')).toBeTruthy();
});
