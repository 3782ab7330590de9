import { expect, test } from 'vitest';
import { dayOf } from './civil-date.ts';
import { drawName, nationalities } from './draw-name.ts';
import { createDraw } from './random.ts';

const draw = createDraw('names');
const names = Array.from({ length: 20_000 }, (_, i) =>
  drawName(draw, '汉族', i % 2 === 0 ? 'male' : 'female', dayOf('1950-01-01') + i),
);

test('Chinese names have two or three characters, four with a compound surname', () => {
  for (const name of names) expect(name).toMatch(/^\p{Script=Han}{2,4}$/u);
  expect(names.filter((name) => name.length === 4).length).toBeLessThan(100);
});

test('the commonest surnames are as common as in the country', () => {
  const share = (surname: string) => names.filter((name) => name.startsWith(surname)).length / names.length;
  for (const [surname, expected] of [
    ['王', 0.075],
    ['李', 0.075],
    ['张', 0.07],
  ] as const) {
    expect(Math.abs(share(surname) - expected), surname).toBeLessThan(0.015);
  }
});

test('no given name repeats the surname, and names are varied', () => {
  expect(names.filter((name) => name[0] === name[1])).toEqual([]);
  expect(new Set(names).size).toBeGreaterThan(9_000);
});

test.each(nationalities.values)('a %s name is written in Chinese characters', (nationality) => {
  for (const sex of ['male', 'female'] as const) {
    expect(drawName(createDraw('one', nationality), nationality, sex, dayOf('1985-06-01'))).toMatch(
      /^[\p{Script=Han}·]+$/u,
    );
  }
});
