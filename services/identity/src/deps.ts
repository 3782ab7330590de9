import type { Secret } from '@banyan/service-kit/config';
import type { Kit } from '@banyan/service-kit/kit';
import type { IdentityConfig } from './config.ts';
import { createPasswordHasher, type PasswordHasher } from './sessions/password-hasher.ts';
import { createTokenIssuer, type TokenIssuer } from './sessions/token-issuer.ts';

/** What the operations of identity work with besides the kit. */
export interface IdentityParts {
  readonly passwords: PasswordHasher;
  readonly tokens: TokenIssuer;
  readonly serviceSecret: Secret;
  readonly demo: boolean;
}

export interface Deps extends IdentityParts {
  readonly kit: Kit;
}

export async function createParts(
  config: Pick<IdentityConfig, 'TOKEN_PRIVATE_KEY' | 'SERVICE_SECRET' | 'DEMO'>,
): Promise<IdentityParts> {
  return {
    passwords: await createPasswordHasher(),
    tokens: await createTokenIssuer(config.TOKEN_PRIVATE_KEY),
    serviceSecret: config.SERVICE_SECRET,
    demo: config.DEMO,
  };
}
