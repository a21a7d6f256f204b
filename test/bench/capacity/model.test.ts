import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prices } from '../../../bench/capacity/facts/prices.ts';
import { Agenda } from '../../../bench/capacity/model/agenda.ts';
import { billOf } from '../../../bench/capacity/model/cost.ts';
import { isReleasable, mostReleased } from '../../../bench/capacity/model/margins.ts';
import { playNight } from '../../../bench/capacity/model/night.ts';
import { type Shape, shapes } from '../../../bench/capacity/model/shape.ts';
import { withTables } from '../../../bench/capacity/page.ts';
import { capacityTables } from '../../../bench/capacity/tables.ts';

const small: Shape = {
  name: 'small',
  stations: 10_000,
  files: 20,
  versions: 2,
  seconds: 3600,
  publicBytes: 0,
  publicRequests: 0,
};

describe('docs/capacity.md', () => {
  it('has the tables that the model makes now: run node bench/capacity/capacity.ts --write', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'capacity.md'), 'utf8');

    expect(withTables(page, capacityTables())).toBe(page);
  });

  it('cannot lose a table, nor have a place for one that there is not', () => {
    const page = 'a\n<!-- table: one -->\nold\n<!-- end -->\nb';

    expect(withTables(page, new Map([['one', 'new']]))).toBe(
      'a\n<!-- table: one -->\n\nnew\n\n<!-- end -->\nb',
    );
    expect(() => withTables(page, new Map())).toThrow('no table one');
    expect(() => withTables('a', new Map([['one', 'new']]))).toThrow('no place for one');
  });
});

describe('the night', () => {
  it('is the same each time', () => {
    expect(playNight(small, true)).toEqual(playNight(small, true));
  });

  it('ends every upload in a release, and releases no more often than there are uploads', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 100, max: 200_000 }),
        fc.boolean(),
        (files, versions, stations, together) => {
          const shape = { ...small, files, versions, stations, seconds: 600 };
          const night = playNight(shape, together);
          const uploads = files * versions;

          expect(night.failed).toBe(0);
          expect(night.until).toBeGreaterThan(0);
          expect(night.releases).toBeGreaterThan(0);
          expect(night.releases).toBeLessThanOrEqual(uploads);
          expect(night.usage.allocate.invocations).toBe(uploads);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('has nobody write a release beside another, and nobody give up, at the size of the largest election there is', () => {
    const india = shapes.find(({ name }) => name === 'India') ?? small;

    expect(playNight(india)).toMatchObject({ doubled: 0, failed: 0 });
  });
});

describe('the border', () => {
  it('is where a release takes as long as a Lambda lives', () => {
    for (const shape of shapes) {
      const most = mostReleased(shape);
      const scaled = (by: number) => {
        const stations = most * by;
        return { ...shape, stations, files: Math.round((stations * shape.files) / shape.stations) };
      };

      expect(isReleasable(scaled(0.99))).toBe(true);
      expect(isReleasable(scaled(1.01))).toBe(false);
    }
  });
});

describe('the bill', () => {
  it('is the sum of its parts, and knows the unit of each price', () => {
    const { total, ...parts } = billOf(small, playNight(small));

    expect(total).toBeCloseTo(Object.values(parts).reduce((sum, one) => sum + one, 0));
    for (const { dollars, per } of Object.values(prices)) expect(dollars / per).toBeGreaterThan(0);
    // The key of KMS alone is a dollar a month.
    expect(parts.others).toBeGreaterThan(1);
  });
});

describe('the agenda', () => {
  it('lets things happen in the order of their times, then of their entering', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const agenda = new Agenda();
        const happened: [number, number][] = [];
        times.forEach((at, index) => {
          agenda.after(at, () => happened.push([agenda.now, index]));
        });

        agenda.run();

        expect(happened).toEqual(
          times.map((at, index): [number, number] => [at, index]).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
        );
      }),
      { seed: 1 },
    );
  });
});
