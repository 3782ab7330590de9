import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root, trackedFiles } from './sources.ts';

/** Decisions speak of their day and may name what is gone; all other documents speak of today. */
const documents = trackedFiles().filter(
  (path) => path.endsWith('.md') && !path.startsWith('docs/decisions/'),
);
const looksLikePath = /^(?:apps|services|packages|deploy|e2e|docs|\.ci)\/[\w./@-]*$|^[\w-]+\.(?:md|tsx?)$/;
/** A bare file name stands for any file of that name. */
const fileNames = new Set(trackedFiles().map((path) => path.split('/').at(-1)));

function named(text: string): string[] {
  const inline = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\s]+)`/g)].map(
    (match) => match[1] as string,
  );
  return inline.filter((name) => looksLikePath.test(name));
}

describe('documents', () => {
  it.each(documents)('%s names only paths that exist', (document) => {
    const missing = named(read(document)).filter(
      (name) =>
        !fileNames.has(name) &&
        !existsSync(join(root, name)) &&
        !existsSync(join(root, dirname(document), name)),
    );
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s links only to files that exist', (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      (match) => match[1] as string,
    );
    expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });
});
