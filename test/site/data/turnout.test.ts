import { expect, test } from 'vitest';
import { snapshotsIn } from '../../../site/data/turnout.ts';
import { areaId } from '../../support/builders.ts';

const at = (hour: number) => `2023-03-19T${hour}:10+06:00`;

test('turnout is as published, else the share of the ballots issued, in order of time', () => {
  const rows = [
    { area: 'N', time: at(16), percent: '51.98', issued: '', registered: '' },
    { area: 'N', time: at(12), percent: '', issued: '2', registered: '3' },
    { area: 'S', time: at(12), percent: '58.0', issued: '', registered: '' },
  ];

  const found = snapshotsIn(rows);

  expect(found.get(areaId('N'))).toEqual([
    { at: at(12), percent: '66.67' },
    { at: at(16), percent: '51.98' },
  ]);
  expect(found.get(areaId('S'))?.[0]?.percent).toBe('58.0');
});

test('rows that say nothing, and rows that are none, are left out', () => {
  const rows = [
    null,
    7,
    { area: '', time: at(12), percent: '5' },
    { area: 'N', time: 'noon', percent: '5' },
    { area: 'N', time: at(12), percent: 'many' },
    { area: 'N', time: at(12), percent: '', issued: '5', registered: '0' },
    { area: '__proto__', time: at(12), percent: '5' },
  ];

  expect(snapshotsIn(rows).size).toBe(0);
});
