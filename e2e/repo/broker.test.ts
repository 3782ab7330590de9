import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FactDefinition } from '@banyan/contracts/fact';
import { natsUsers } from '@banyan/local/nats-users';
import { services } from '@banyan/local/services';
import { heardFacts } from '@banyan/service-kit/hear-access';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

interface Code {
  readonly sources?: readonly string[];
  readonly heardFacts?: readonly FactDefinition[];
}

async function codeOf(path: string): Promise<Code> {
  const file = join(root, path);
  return existsSync(file) ? ((await import(file)) as Code) : {};
}

describe('the broker', () => {
  it.each(services)(
    'lets $name read and hear what its code reads and hears',
    async ({ name, reads, hears }) => {
      const { sources = [] } = await codeOf(`services/${name}/src/subscriptions.ts`);
      // The gateway is no service of the kit, and listens by itself.
      const own = await codeOf(`services/${name}/src/sessions/hear-identity.ts`);
      const heard = own.heardFacts ?? heardFacts;
      expect([reads.toSorted(), hears.toSorted()]).toEqual([
        sources.toSorted(),
        heard.map(({ type }) => type).toSorted(),
      ]);
    },
  );

  it('gives no service a right over what another announces, and none to change or empty a stream', () => {
    const wrong = natsUsers
      .filter(({ user }) => user !== 'operator')
      .flatMap(({ user, permissions: { publish } }) =>
        publish
          .filter(
            (subject) =>
              /^[>*]/.test(subject) ||
              (subject.startsWith('banyan.') && subject !== `banyan.${user}.>`) ||
              /\.(UPDATE|DELETE|PURGE|MSG\.GET|MSG\.DELETE|RESTORE|SNAPSHOT)\b|^\$JS\.API\.[>*]/.test(
                subject,
              ),
          )
          .map((subject) => `${user}: ${subject}`),
      );
    expect(wrong).toEqual([]);
  });
});
