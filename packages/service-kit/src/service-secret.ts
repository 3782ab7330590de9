import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Secret } from './config.ts';
import { AppError } from './error.ts';
import type { AppEnv } from './http-app.ts';

/** For `/internal/…`: lets processes of the mesh in, by the secret that they share. */
export function requireServiceSecret(secret: Secret): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!sameSecret(c.req.header('x-service-secret') ?? '', secret.reveal()))
      throw new AppError('forbidden', 'service.secret-required', 'This is for the services of the mesh.');
    await next();
  };
}

function sameSecret(given: string, expected: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
