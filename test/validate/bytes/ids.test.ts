import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idSet } from '../../../functions/validate/bytes/ids.ts';

const names = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 200 });

test('an id has the number of its first coming, before and after the set is trimmed', () => {
  fc.assert(
    fc.property(names, names, (before, after) => {
      const ids = idSet(8);
      const numbers = new Map<string, number>();
      const add = (name: string) => {
        const text = Buffer.from(name).toString();
        if (!numbers.has(text)) numbers.set(text, numbers.size);

        expect(ids.add(text)).toBe(numbers.get(text));
      };

      for (const name of before) add(name);
      ids.trim();
      for (const name of after) add(name);

      expect(ids.size).toBe(numbers.size);
      for (const [text, number] of numbers) {
        const bytes = Buffer.from(`#${text}#`);
        expect(ids.find(bytes, 1, bytes.length - 1)).toBe(number);
        expect(ids.text(number)).toBe(text);
      }
    }),
  );
});

test('numbered anew, every id is found under its new number, and others after it have the next', () => {
  fc.assert(
    fc.property(names, fc.string({ minLength: 21, maxLength: 30 }), fc.integer(), (added, later, turn) => {
      const ids = idSet(8);
      for (const name of added) ids.add(Buffer.from(name).toString());
      const texts = Array.from({ length: ids.size }, (_, number) => ids.text(number));
      const order = Uint32Array.from(texts, (_, number) => number).sort((a, b) =>
        turn % 2 === 0 ? b - a : ids.compare(a, b),
      );

      ids.renumber(order);

      expect(ids.size).toBe(texts.length);
      for (const [number, former] of order.entries()) {
        const text = texts[former] ?? '';
        const bytes = Buffer.from(text);
        expect(ids.text(number)).toBe(text);
        expect(ids.find(bytes, 0, bytes.length)).toBe(number);
      }
      expect(ids.add(later)).toBe(texts.length);
    }),
  );
});

test('what was never added is not found', () => {
  const ids = idSet(8);
  ids.add('st1');

  expect(ids.find(Buffer.from('st2'), 0, 3)).toBe(-1);
  expect(ids.find(Buffer.from('st1'), 0, 2)).toBe(-1);
});
