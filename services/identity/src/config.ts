import { readConfig, secret, serviceConfigShape } from '@banyan/service-kit/config';
import { z } from 'zod';

const shape = {
  ...serviceConfigShape,
  /** ES256 private key as a JWK; the gateway's tokens are signed with it. */
  TOKEN_PRIVATE_KEY: secret(),
  /** '1' while the demonstration data is loaded. */
  DEMO: z
    .string()
    .default('')
    .transform((value) => value === '1'),
};

export type IdentityConfig = z.infer<z.ZodObject<typeof shape>>;

export function identityConfig(environment: NodeJS.ProcessEnv): IdentityConfig {
  return readConfig(shape, environment);
}
