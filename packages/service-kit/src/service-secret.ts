import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Secret } from './config.ts';
import { AppError } from './error.ts';

/** Lets processes of the mesh in, by the secret that they share; others are told what `refused` says. */
export function requireServiceSecret(secret: Secret, refused: () => AppError = ofTheMesh): MiddlewareHandler {
  return async (c, next) => {
    if (!sameSecret(c.req.header('x-service-secret') ?? '', secret.reveal())) throw refused();
    await next();
  };
}

function ofTheMesh(): AppError {
  return new AppError('forbidden', 'service.secret-required', 'This is for the services of the mesh.');
}

function sameSecret(given: string, expected: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
