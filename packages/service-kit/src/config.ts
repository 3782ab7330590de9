import { z } from 'zod';
import { OperatorError } from './error.ts';

/** A value that is never printed: in logs and inspections it reads `[secret]`. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toJSON(): string {
    return '[secret]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** A required secret of the environment. */
export const secret = (): z.ZodType<Secret, string> =>
  z
    .string()
    .min(1)
    .transform((value) => new Secret(value));

/** Where files are kept: a directory, or a bucket of a store that speaks S3 once one is named. */
const filesConfigShape = {
  FILES_DIR: z.string().min(1).optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: secret().optional(),
  /** `host:port` or the path of a socket; without it files are kept unscanned, and say so. */
  CLAMD_ADDRESS: z.string().min(1).optional(),
};

export type FilesConfig = z.infer<z.ZodObject<typeof filesConfigShape>>;

/** Where the broker is and as whom to go there; a server without users lets everybody in. */
export const natsConfigShape = {
  NATS_URL: z.string().default('nats://127.0.0.1:4222'),
  NATS_USER: z.string().min(1).optional(),
  NATS_PASSWORD: secret().optional(),
};

export type NatsConfig = z.infer<z.ZodObject<typeof natsConfigShape>>;

/** What every service reads from its environment. */
export const serviceConfigShape = {
  ...filesConfigShape,
  ...natsConfigShape,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535),
  DATABASE_URL: secret(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(50).default(8),
  MIGRATION_DATABASE_URL: secret().optional(),
  IDENTITY_URL: z.url(),
  SERVICE_SECRET: secret(),
  TIME_ZONE: z.string().default('Asia/Shanghai'),
  /** A client that takes nothing of a file for so long is cut off. */
  STALLED_AFTER_MS: z.coerce.number().int().min(100).default(60_000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
};

export type ServiceConfig = z.infer<z.ZodObject<typeof serviceConfigShape>>;

/** Reads the environment once. Throws one error that names every variable that is missing or wrong. */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv,
): z.infer<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(environment);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new OperatorError(`The environment is not complete:\n${lines.join('\n')}`);
}
