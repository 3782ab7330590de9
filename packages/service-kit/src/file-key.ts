import { AppError } from './error.ts';

const keyForm = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

/**
 * Throws for anything but lower-case words between single slashes: no path leads out of the store, and two keys are
 * never one file where the disk takes upper and lower case for the same.
 */
export function checkKey(key: string): string {
  if (key.length > 200 || !keyForm.test(key))
    throw new TypeError(`Not a key of a file: ${JSON.stringify(key)}`);
  return key;
}

export function contentMissing(key: string, cause?: unknown): AppError {
  return new AppError(
    'not-found',
    'file.content-missing',
    'The content of this file is not there any more.',
    {
      cause: new Error(`No content at ${key}`, { cause }),
    },
  );
}
