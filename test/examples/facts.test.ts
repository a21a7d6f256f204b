import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import { elections, filesOf, readJson, root, rowsOf } from './reading.ts';

const facts = '../shared/data/kz/';

if (!existsSync(facts))
  console.warn(
    `${facts} is not here: the numbers of the examples are NOT compared with the facts they were made from.`,
  );

describe.skipIf(!existsSync(facts))(
  `every number is that of ${facts} (skipped where that folder is missing)`,
  () => {
    const votesFiles = [
      ...['2004', '2007', '2012', '2016', '2021', '2023'].map(
        (year) => [`kz-mazhilis-${year}-list-country.csv`, `kz-mazhilis-${year}`] as const,
      ),
      ['kz-president-2022-country.csv', 'kz-president-2022'] as const,
      ['kz-referendum-2022-country.csv', 'kz-referendum-2022'] as const,
      ['kz-maslikhat-2023-list-region.csv', 'kz-maslikhat-2023'] as const,
    ];

    test.each(votesFiles)('votes of %s', (file, election) => {
      const expected = rowsOf(facts + file)
        .filter(({ option_type }) => option_type !== 'invalid')
        .map(
          (row) =>
            `${row.area_code} ${row.option_id?.replace('_', '-')} ${row.votes} ${sourceIds(row.source)}`,
        );
      const found = filesOf(election)
        .filter((name) => name.endsWith('/votes.csv'))
        .flatMap((name) => rowsOf(`${root}${election}/${name}`))
        .map((row) => `${row.area} ${row.option} ${row.votes} ${row.source}`);

      expect(found.sort()).toEqual(expected.sort());
    });

    test('counts', () => {
      const measures = new Map([
        ['electorate', 'registered'],
        ['ballots_issued', 'issued'],
        ['participated', 'cast'],
        ['cast', 'cast'],
        ['invalid', 'invalid'],
        ['valid_votes', 'valid'],
        ['valid_votes_incl_against_all', 'valid'],
        ['absentee_certificate_votes', 'absentee'],
        ['votes_outside_premises', 'outside'],
      ]);
      const excluded = new Set(['KZ-43', 'KZ-59']);
      const expected = rowsOf(`${facts}totals.csv`)
        .filter(
          (row) =>
            row.as_of_or_note === 'final' &&
            measures.has(row.measure ?? '') &&
            !excluded.has(row.area_code ?? ''),
        )
        .map((row) => {
          const election = row.election?.replace('-list', '');
          return `${election} ${row.area_code} ${measures.get(row.measure ?? '')} ${row.value} ${sourceIds(row.source)}`;
        });
      const invalid = 'kz-referendum-2022 KZ invalid 205924 S18';
      const found = elections.flatMap((election) =>
        filesOf(election)
          .filter(
            (name) => name.startsWith('results/') && !name.endsWith('/votes.csv') && !name.includes('/smd-'),
          )
          .flatMap((name) => rowsOf(`${root}${election}/${name}`))
          .flatMap(({ area, source, ...counts }) =>
            Object.entries(counts).map(([field, count]) => `${election} ${area} ${field} ${count} ${source}`),
          ),
      );

      expect(found.sort()).toEqual([...expected, invalid].sort());
    });

    test('turnout', () => {
      const codes = new Map(
        rowsOf(`${facts}areas.csv`).map((row) => [row.iso3166_2, row.iso_code_before_2022]),
      );
      const expected = rowsOf(`${facts}turnout-snapshots.csv`).map((row) => {
        const election = row.election?.replace('-list', '');
        const area =
          election === 'kz-referendum-2022' ? (codes.get(row.area_code) ?? row.area_code) : row.area_code;
        return `${election} ${area} ${row.as_of_local_astana}+06:00 ${row.ballots_issued_pct} ${sourceIds(row.source)}`;
      });
      const found = ['kz-mazhilis-2023', 'kz-president-2022', 'kz-referendum-2022'].flatMap((election) =>
        rowsOf(`${root}${election}/turnout/snapshots.csv`).map(
          (row) => `${election} ${row.area} ${row.time} ${row.percent} ${row.source}`,
        ),
      );

      expect(found.sort()).toEqual(expected.sort());
    });

    test('declared seats', () => {
      const areas = new Map([
        ['KZ-71', 'astana'],
        ['KZ-75', 'almaty'],
        ['KZ-39', 'kostanay'],
      ]);
      for (const row of rowsOf(`${facts}seats-official-vs-computed.csv`)) {
        const { contests }: ElectionDefinition = readJson(
          `${root}${row.election?.replace('-list', '')}/election.json`,
        );
        const contest = contests.find(({ id }) => id === (areas.get(row.area_code ?? '') ?? 'list'));
        const seats = new Map<string, number>(Object.entries(contest?.declared?.seats ?? {}));
        expect(seats.get(row.option_id ?? ''), `${row.election} ${row.option_id}`).toBe(
          Number(row.seats_official),
        );
      }
    });
  },
);

/** The ids in a source cell of the facts, whose remarks stand in brackets. */
function sourceIds(cell = ''): string {
  return (cell.replace(/\(.*\)/, '').match(/S[0-9]{2}/g) ?? []).join(';');
}
