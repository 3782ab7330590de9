import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dark, light, type Tokens } from './tokens.ts';

const css = readFileSync(new URL('./styles.css', import.meta.url), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split('}');

describe.each([
  ['light', light, lightBlock],
  ['dark', dark, darkBlock],
])('the %s colours', (_name, tokens, block) => {
  it('are the same in the style sheet and in the theme', () => {
    for (const [, name = '', value = ''] of block.matchAll(/--by-([a-z]+): (#[0-9a-f]{6})/g))
      if (name in tokens) expect([name, value.toUpperCase()]).toEqual([name, tokens[name as keyof Tokens]]);
  });

  it('can be read on every ground they stand on', () => {
    const texts = [
      'text',
      'second',
      'third',
      'link',
      'success',
      'warning',
      'error',
      'article',
      'primaryText',
    ] as const;
    const grounds = ['card', 'page', 'raised', 'hover', 'header'] as const;
    for (const text of texts)
      for (const ground of grounds)
        expect([text, ground, contrast(tokens[text], tokens[ground]) >= 4.5]).toEqual([text, ground, true]);
  });
});

function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
