import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const index = 'site/style/index.css';
const sheets = globSync('site/style/**/*.css').map(normalize);
const sources = [...globSync('site/**/*.ts'), ...globSync('functions/publish/site/pages/**/*.ts')].map(
  (file) => readFileSync(file, 'utf8'),
);

test('every class that has a style is on an element of some page', () => {
  const classes = new Set(
    sheets.filter((file) => file !== index).flatMap((file) => classesIn(readFileSync(file, 'utf8'))),
  );

  expect(classes.size).toBeGreaterThan(100);
  expect([...classes].filter((name) => !isUsed(name))).toEqual([]);
});

test('every style sheet is in the one that is published', () => {
  const imported = [...readFileSync(index, 'utf8').matchAll(/@import "([^"]+)"/g)].map(([, path]) =>
    join(dirname(index), path ?? ''),
  );

  expect(imported.toSorted()).toEqual(sheets.filter((file) => file !== index).toSorted());
});

test('every colour is a token: none is written where it is used, but in print', () => {
  const painted = sheets.filter(
    (file) =>
      !/(colours|print)\.css$/.test(file) && /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/.test(withoutIds(file)),
  );

  expect(painted).toEqual([]);
});

function classesIn(style: string): string[] {
  const selectors = style.replace(/\/\*.*?\*\//gs, '').replace(/\{[^{}]*\}/g, '{}');
  return [...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name ?? '');
}

/** In a text of the sources as a word of its own, or made of the beginning that stands there before a value. */
function isUsed(name: string): boolean {
  const whole = new RegExp(`['"\` ]${name}['"\` ]`);
  const made = name.replace(/[a-z0-9]+$/, '');
  return sources.some((text) => whole.test(text) || (made !== '' && text.includes(`${made}\${`)));
}

function withoutIds(file: string): string {
  return readFileSync(file, 'utf8').replace(/#(header|main|footer)\b/g, '');
}
