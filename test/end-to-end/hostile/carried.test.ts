import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { carried } from './carried.ts';
import { publishedWith } from './published.ts';
import { type Shape, shapeOf } from './shapes.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

// A word in which nothing can be found, and that nothing else is called.
const harmless = 'Qwertz';

let usual: Map<string, Shape | null>;
const looked = new Set<string>();

beforeAll(async () => {
  usual = await shapesOf(harmless);
});

afterAll(() => {
  const kinds = new Set([...looked].map((key) => key.replace(/^.*?(\.[a-z]+)$/, '$1')));
  console.log(
    `${carried.length} hostile inputs neutralised, in ${looked.size} published files each (${[...kinds].sort().join(' ')})`,
  );
});

test.each(carried)('%j is a text in every published file, and nothing else', async (text) => {
  const shapes = await shapesOf(text);

  expect([...shapes.keys()]).toEqual([...usual.keys()]);
  for (const [key, shape] of shapes) {
    const expected = usual.get(key) ?? null;
    if (shape === null || expected === null) continue;
    expect(shape.shape, key).toBe(expected.shape);
    if (!expected.texts.some((one) => one.includes(harmless))) continue;
    expect(withoutSpaces(shape.texts), `${key} holds the text`).toContain(withoutSpaces([text]));
    looked.add(key);
  }
});

async function shapesOf(text: string): Promise<Map<string, Shape | null>> {
  const shapes = new Map<string, Shape | null>();
  for (const [key, bytes] of await publishedWith(text)) shapes.set(key, await shapeOf(key, bytes));
  return shapes;
}

/** The letters alone: a page may break lines, and show what cannot be seen as a space. */
function withoutSpaces(texts: readonly string[]): string {
  return texts.join('').replaceAll(/[\p{Cf}\p{Cc}\p{Z}]+/gu, '');
}
