import { between, type Random, randomOf } from '../../../../cli/synthesize/random.ts';
import { anElection, csv, listContest } from '../../../support/builders.ts';
import type { Arrival } from '../run/simulation.ts';
import { type Upload, upload } from '../run/upload.ts';

/** Fifty uploads of one election, and when their events come: in any order, some twice. */
export interface Crowd {
  readonly uploads: readonly Upload[];
  readonly arrivals: readonly Arrival[];
}

/** The crowd of a seed: files that overlap, corrections, the same bytes again, files with faults, new definitions and registers, statuses. */
export function crowdOf(seed: number): Crowd {
  const random = randomOf(seed);
  const uploads = Array.from({ length: 50 }, (_, index) => uploadOf(random, index + 1));
  const arrivals = uploads.flatMap((upload, index): Arrival[] => {
    const first = { upload, after: index * 2000 + between(random, 0, 60_000) };
    const again = between(random, 1, 4) === 1;
    return again ? [first, { upload, after: between(random, 0, 600_000) }] : [first];
  });
  return { uploads, arrivals };
}

/** The cells of a results file as `results.csv` holds them: `station,option,votes`. */
export function cellsOf({ bytes }: Upload): string[] {
  const [header = '', ...lines] = new TextDecoder().decode(bytes).trim().split('\n');
  const [, ...options] = header.split(',');
  return lines.flatMap((line) => {
    const [station, ...votes] = line.split(',');
    return options.map((option, index) => `${station},${option},${votes[index]}`);
  });
}

const folder = 'uploads/xx-2024/';
const stations = Array.from({ length: 12 }, (_, index) => `p${index + 1}`);
const areas = ['N1', 'N2', 'S'];

function uploadOf(random: Random, number: number): Upload {
  if (number === 1) return upload(number, `${folder}election.json`, definition(0));
  if (number === 2) return upload(number, `${folder}stations/all.csv`, register(0));
  const kind = between(random, 1, 20);
  if (kind === 1) return upload(number, `${folder}election.json`, definition(between(random, 0, 2)));
  if (kind === 2) return upload(number, `${folder}stations/all.csv`, register(between(random, 0, 2)));
  if (kind === 3) return upload(number, `${folder}status.json`, status(between(random, 0, 2)));
  const place = between(random, 1, 6);
  const file = `${folder}results/list/f${place}.csv`;
  if (kind === 4) return upload(number, file, csv('station,A,B,C', 'p1,none,1,1'));
  return upload(number, file, results(random, place));
}

function definition(notes: number): string {
  const said = Array.from({ length: notes }, (_, index) => ({ en: `Note ${index + 1}` }));
  return JSON.stringify(anElection({ contests: [listContest()], ...(said.length > 0 && { notes: said }) }));
}

function register(more: number): string {
  const all = [...stations, ...['q1', 'q2'].slice(0, more)];
  return csv('station,area', ...all.map((station, index) => `${station},${areas[index % areas.length]}`));
}

function status(word: number): string {
  const words = ['partial', 'complete', 'withdrawn'];
  return JSON.stringify({ status: words[word], by: 'Commission', at: '2024-03-12', reason: 'So decided' });
}

// Each file has two stations of its own, and in one of five a third that is mostly another's. Few numbers, so that some are the same.
function results(random: Random, place: number): string {
  const own = stations.slice(2 * place - between(random, 1, 2), 2 * place);
  const others = stations.filter((station) => !own.includes(station));
  const third = between(random, 1, 5) === 1 ? others.slice(between(random, 0, 8)).slice(0, 1) : [];
  const votes = () => between(random, 1, 3);
  return csv(
    'station,A,B,C',
    ...[...own, ...third].map((station) => `${station},${votes()},${votes()},${votes()}`),
  );
}
