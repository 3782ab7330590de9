import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkout } from './paths.ts';
import { groupTypePrograms } from './type-programs.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'banyan-types-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function folder(name: string, configuration: object): string {
  mkdirSync(path.join(directory, name));
  writeFileSync(path.join(directory, name, 'tsconfig.json'), JSON.stringify(configuration));
  return path.relative(checkout, path.join(directory, name));
}

test('folders with equal options are one program that holds all they include; another option is another program', () => {
  const [one, two, browser] = [
    folder('one', { extends: '../base.json', include: ['src', 'bench'] }),
    folder('two', { extends: '../base.json', include: ['src'] }),
    folder('browser', { extends: '../base.json', compilerOptions: { lib: ['DOM'] }, include: ['src'] }),
  ];
  const base = path.join(directory, 'base.json');
  const inside = (...names: string[]) => names.map((name) => path.join(directory, name));
  expect(groupTypePrograms([one, browser, two])).toEqual([
    {
      folders: [one, two],
      configuration: {
        extends: base,
        compilerOptions: {},
        include: inside('one/src', 'one/bench', 'two/src'),
      },
    },
    {
      folders: [browser],
      configuration: { extends: base, compilerOptions: { lib: ['DOM'] }, include: inside('browser/src') },
    },
  ]);
});
