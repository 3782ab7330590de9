import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '@banyan/service-kit/config';
import { notFound } from '@banyan/service-kit/error';
import type { MiddlewareHandler } from 'hono';

/** Lets only other processes of the installation in; for everybody else the route does not exist. */
export function requireServiceSecret(secret: Secret): MiddlewareHandler {
  const expected = digest(secret.reveal());
  return async (c, next) => {
    if (!timingSafeEqual(digest(c.req.header('x-service-secret') ?? ''), expected)) throw notFound();
    await next();
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
