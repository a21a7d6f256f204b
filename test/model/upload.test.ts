import { describe, expect, test } from 'vitest';
import { isLater, parseUploadKey } from '../../functions/model/upload.ts';

describe('a key says what the file is', () => {
  test.each([
    ['election.json', 'definition', null],
    ['status.json', 'status', null],
    ['stations/register.csv', 'stations', null],
    ['candidates/Списки 2023.csv', 'candidates', null],
    ['turnout/day.CSV.gz', 'turnout', null],
    ['results/list/north.csv', 'results', 'list'],
    ['results/list/Обед.XLSX', 'results', 'list'],
    ['results/list/north.ndjson.zip', 'results', 'list'],
    ['turnout/day.tsv', 'turnout', null],
  ])('%s is of kind %s', (file, kind, contest) => {
    expect(parseUploadKey(`uploads/kz-2023/${file}`)).toEqual({ election: 'kz-2023', kind, file, contest });
  });
});

test.each([
  'election.json',
  'uploads/election.json',
  'uploads/KZ/election.json',
  'uploads/kz/Election.json',
  'uploads/kz/results/list.csv',
  'uploads/kz/results/List/a.csv',
  'uploads/kz/results/list/a/b.csv',
  'uploads/kz/results/list/a.xls',
  'uploads/kz/results/list/a.zip',
  'uploads/kz/results/list/a.csv.gz.zip',
  'uploads/kz/results/list/.csv',
  'uploads/kz/results/list/',
  'uploads/kz/stations/a.csv/b.csv',
  'uploads/kz/other/a.csv',
  'reports/kz/election.json',
])('%s is no key that Sailau reads', (key) => {
  expect(parseUploadKey(key)).toBeNull();
});

test.each([
  ['0055AED6DCD90281E6', '0055AED6DCD90281E5', true],
  ['0055AED6DCD90281E5', '0055AED6DCD90281E5', false],
  ['00A1', '00A0FF', true],
  ['00A0FF', '00A1', false],
  ['00A0', '00A000', false],
  ['00a1', '00A0', true],
])('sequencer %s is later than %s: %s', (a, b, later) => {
  expect(isLater(a, b)).toBe(later);
});
