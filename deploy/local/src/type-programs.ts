import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from './paths.ts';

interface Configuration {
  extends: string;
  compilerOptions?: Record<string, unknown>;
  include: string[];
}

/** Folders with equal compiler options, checked as one program: what they share is read and checked once. */
export interface TypeProgram {
  folders: string[];
  configuration: Configuration;
}

/**
 * Groups folders by the options of their `tsconfig.json`, in the order they are given.
 * Paths of the answer are absolute, so that the configuration may lie anywhere below the checkout.
 */
export function groupTypePrograms(folders: string[]): TypeProgram[] {
  const programs = new Map<string, TypeProgram>();
  for (const folder of folders) {
    const file = inCheckout(folder, 'tsconfig.json');
    const own = JSON.parse(readFileSync(file, 'utf8')) as Configuration;
    const absolute = (relative: string) => path.resolve(path.dirname(file), relative);
    const options = { extends: absolute(own.extends), compilerOptions: own.compilerOptions ?? {} };
    const key = JSON.stringify(options);
    const program = programs.get(key) ?? { folders: [], configuration: { ...options, include: [] } };
    program.folders.push(folder);
    program.configuration.include.push(...own.include.map(absolute));
    programs.set(key, program);
  }
  return [...programs.values()];
}

/** Writes a program's configuration below the checkout, where its libraries are found; returns its path. */
export function writeTypeProgram({ configuration }: TypeProgram, name: string): string {
  const file = inCheckout('.data/types', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(configuration, null, 2));
  return file;
}
