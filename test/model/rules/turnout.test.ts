import { expect, test } from 'vitest';
import type { Turnout } from '../../../functions/model/records/roll.ts';
import { turnoutFindings } from '../../../functions/model/rules/turnout.ts';
import { areaId } from '../../support/builders.ts';

const snapshot = (area: string, time: string, values: Partial<Turnout>): Turnout => ({
  area: areaId(area),
  time: `2024-03-10T${time}+06:00`,
  registered: null,
  issued: null,
  percent: null,
  source: '',
  ...values,
});

test('reports a fall from one snapshot of an area to the next, whatever their order', () => {
  const found = turnoutFindings([
    snapshot('S', '14:00', { percent: '41.07' }),
    snapshot('N', '12:00', { issued: 10 }),
    snapshot('S', '12:00', { percent: '49.14' }),
    snapshot('N', '14:00', { issued: 9 }),
  ]);

  expect(found.map(({ where, data }) => [where.area, data])).toEqual([
    [
      'N',
      {
        measure: 'issued',
        before: 10,
        earlier: '2024-03-10T12:00+06:00',
        after: 9,
        time: '2024-03-10T14:00+06:00',
      },
    ],
    [
      'S',
      {
        measure: 'percent',
        before: '49.14',
        earlier: '2024-03-10T12:00+06:00',
        after: '41.07',
        time: '2024-03-10T14:00+06:00',
      },
    ],
  ]);
});

test('compares moments, not their texts, and passes over snapshots that do not state the measure', () => {
  const found = turnoutFindings([
    { ...snapshot('N', '12:00', { percent: '5' }), time: '2024-03-10T12:00+06:00' },
    { ...snapshot('N', '11:30', { percent: '6' }), time: '2024-03-10T11:30+05:00' },
    snapshot('N', '12:15', { issued: 3 }),
    snapshot('N', '13:00', { percent: '6.0' }),
  ]);

  expect(found).toEqual([]);
});
