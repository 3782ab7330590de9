import { beforeEach, describe, expect, it } from 'vitest';
import { allowRemotes, integrityOf } from './guard.ts';

const origin = 'https://console.example';
const archives = {
  name: 'archives',
  version: '1',
  entry: '/remotes/archives/1/mf-manifest.json',
  integrity: { 'mf-manifest.json': 'sha384-a', 'static/js/remoteEntry.js': 'sha384-b' },
};

describe('what a page may load from remotes', () => {
  beforeEach(() => allowRemotes({ remotes: [archives] }, origin));

  it('gives the hash of a file that the registry names', () => {
    expect(integrityOf('/remotes/archives/1/mf-manifest.json', origin)).toBe('sha384-a');
    expect(integrityOf(`${origin}/remotes/archives/1/static/js/remoteEntry.js?retry=1`, origin)).toBe(
      'sha384-b',
    );
  });

  it('refuses another version, another origin and a file without a hash', () => {
    expect(() => integrityOf('/remotes/archives/2/mf-manifest.json', origin)).toThrow('not in the registry');
    expect(() => integrityOf('https://evil.example/remotes/archives/1/mf-manifest.json', origin)).toThrow(
      'not in the registry',
    );
    expect(() => integrityOf('/remotes/archives/1/static/js/new.js', origin)).toThrow(
      'no hash in the registry',
    );
  });

  it('refuses a registry that points at another origin', () => {
    const elsewhere = { ...archives, entry: 'https://evil.example/mf-manifest.json' };
    expect(() => allowRemotes({ remotes: [elsewhere] }, origin)).toThrow('not on this origin');
  });
});
