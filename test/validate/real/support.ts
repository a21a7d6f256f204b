import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ElectionDefinition, Option } from '../../../functions/model/generated/election.ts';
import { anElection, areaId, listContest, optionId } from '../../support/builders.ts';

/** Where the official files are. */
export const data = resolve(import.meta.dirname, '../../../../shared/data');
/** Whether they are there; it is said aloud when they are not. */
export const present = existsSync(data);
if (!present)
  console.warn(`SKIPPED: official files are not at ${data}; the tests that load them unmodified did not run`);

/** The election of the Seimas of Lithuania in 2020, with its files mapped as they were published. */
export function lithuania(): ElectionDefinition {
  const districts = Array.from({ length: 71 }, (_, index) => areaId(String(index + 1)));
  return anElection({
    areas: [
      { id: areaId('LT'), type: 'country', name: { en: 'Lithuania' } },
      ...districts.map((id) => ({ id, type: 'district', parent: areaId('LT'), name: { en: id } }) as const),
    ],
    // Seimas Elections Law: 70 seats by the Hare quota with largest remainders, lists from 5 % on.
    systems: {
      list: {
        type: 'party-list',
        seats: 70,
        formula: { type: 'largest-remainder', quota: 'hare' },
        threshold: { percent: '5', base: 'option-votes', inclusive: true },
        ties: ['lots'],
      },
    },
    contests: [
      listContest({
        area: areaId('LT'),
        options: Array.from({ length: 17 }, (_, index) => listOption(index + 1)),
      }),
    ],
    tables: [
      {
        files: 'stations/*.csv',
        layout: 'wide',
        columns: {
          station: 'minor_gid',
          area: 'major_id',
          name: 'minor_name',
          registered: 'registered_voters',
        },
        ignore: ['minor_id', 'votes'],
      },
      {
        files: 'results/list/votes.csv',
        layout: 'long',
        columns: { station: 'minor_gid', option: 'org_id', votes: 'votes' },
      },
      {
        files: 'results/list/minor.csv',
        layout: 'wide',
        columns: { station: 'minor_gid', area: 'major_id', registered: 'registered_voters', cast: 'votes' },
        ignore: ['minor_id', 'minor_name'],
      },
    ],
  });
}

/** A list by its number on the ballot. */
export function listOption(number: number): Option {
  return { id: optionId(String(number)), kind: 'list', name: { en: `List ${number}` } };
}
