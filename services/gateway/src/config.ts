import { natsConfigShape, readConfig, serviceConfigShape } from '@banyan/service-kit/config';
import { OperatorError } from '@banyan/service-kit/error';
import { z } from 'zod';
import { budgetSchema } from './limits/budget.ts';

const limitSchema = z.object({ points: z.number().int().positive(), seconds: z.number().int().positive() });

/** `points` requests in a window of `seconds`; what RATE_LIMITS leaves out keeps its default. */
const rateLimitsSchema = z.strictObject({
  session: limitSchema.default({ points: 300, seconds: 10 }),
  /** Of an address, for requests that carry no session known here. */
  address: limitSchema.default({ points: 600, seconds: 10 }),
  signIn: limitSchema.default({ points: 60, seconds: 60 }),
});

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

const shape = {
  HOST: serviceConfigShape.HOST,
  PORT: serviceConfigShape.PORT.default(8080),
  DATABASE_URL: serviceConfigShape.DATABASE_URL,
  MIGRATION_DATABASE_URL: serviceConfigShape.MIGRATION_DATABASE_URL,
  ...natsConfigShape,
  SERVICE_SECRET: serviceConfigShape.SERVICE_SECRET,
  LOG_LEVEL: serviceConfigShape.LOG_LEVEL,
  /** Domain → base URL of its service. */
  SERVICES: json.pipe(z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.url())),
  SHELL_DIR: z.string().min(1),
  REMOTES_DIR: z.string().min(1),
  PUBLIC_ORIGIN: z.url().optional(),
  INSECURE_HTTP: z.enum(['0', '1', '']).default(''),
  RATE_LIMITS: json.default({}).pipe(rateLimitsSchema),
  /** What may be open at once; what it leaves out keeps its default. */
  BUDGET: json.default({}).pipe(budgetSchema),
  /** Of what streams through, files included; each service sets the limits of its own routes. */
  BODY_LIMIT_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(64 * 1024 * 1024),
  /** Reverse proxies in front that append to X-Forwarded-For; 0 trusts the socket alone. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
};

export type RateLimits = z.infer<typeof rateLimitsSchema>;

export interface GatewayConfig extends Omit<
  z.infer<z.ZodObject<typeof shape>>,
  'PUBLIC_ORIGIN' | 'INSECURE_HTTP'
> {
  readonly PUBLIC_ORIGIN: URL;
  /** Plain HTTP on a host other than loopback: every page says so. */
  readonly insecure: boolean;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

export function isLoopback(origin: URL): boolean {
  return loopback.has(origin.hostname);
}

/** Throws with the names of what is missing; plain HTTP past loopback needs INSECURE_HTTP=1. */
export function readGatewayConfig(environment: NodeJS.ProcessEnv): GatewayConfig {
  const { INSECURE_HTTP, ...config } = readConfig(shape, environment);
  const origin = new URL(config.PUBLIC_ORIGIN ?? `http://localhost:${config.PORT}`);
  const insecure = origin.protocol !== 'https:' && !isLoopback(origin);
  if (insecure && INSECURE_HTTP !== '1')
    throw new OperatorError(
      `PUBLIC_ORIGIN ${origin.origin} is plain HTTP: passwords would be readable on the way. Use https, or set INSECURE_HTTP=1 for an evaluation.`,
    );
  return { ...config, PUBLIC_ORIGIN: origin, insecure };
}
