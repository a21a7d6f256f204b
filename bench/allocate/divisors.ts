import sainteLague from 'sainte-lague';
import { allocate } from '../../functions/allocate/allocate.ts';
import { apportion } from '../../functions/allocate/party-list/highest-averages/apportion.ts';
import { divisorsOf } from '../../functions/allocate/party-list/highest-averages/divisors.ts';
import type { Party } from '../../functions/allocate/party-list/highest-averages/race.ts';
import type { HighestAverages } from '../../functions/model/generated/election.ts';
import { awardsByHeap } from './heap.ts';
import { ballot, contestInput } from './inputs.ts';
import { medians, once } from './timing.ts';

/**
 * The divisor methods against what they replace, all in one run: giving one seat at a time from a binary heap of the same exact
 * fractions, and npm sainte-lague, which knows one method and computes it in floating point. Prints ratios, and exits with 1 where one of
 * them is not what docs/benchmarks.md says, or where two ways give different seats.
 *
 *   npm ci --prefix bench && npm exec -- node bench/allocate/divisors.ts [lists] [seats]
 */
const lists = Number(process.argv[2] ?? 1000);
const seats = Number(process.argv[3] ?? 1_000_000);
const few = Math.max(1, Math.floor(seats / 1000));

const methods: Readonly<Record<string, HighestAverages>> = {
  "d'Hondt": { type: 'highest-averages', divisors: 'dhondt' },
  'Sainte-Laguë': { type: 'highest-averages', divisors: 'sainte-lague' },
  'Sainte-Laguë, first 1.4': { type: 'highest-averages', divisors: 'sainte-lague', first: '1.4' },
  Danish: { type: 'highest-averages', divisors: 'danish' },
  Imperiali: { type: 'highest-averages', divisors: 'imperiali' },
  Macau: { type: 'highest-averages', divisors: 'macau' },
  Adams: { type: 'highest-averages', divisors: 'adams' },
  Dean: { type: 'highest-averages', divisors: 'dean' },
  'Huntington-Hill': { type: 'highest-averages', divisors: 'huntington-hill' },
  'listed 1, 3, 5 … by 2': { type: 'highest-averages', divisors: { sequence: ['1', '3', '5'], add: '2' } },
};

const votes = ballot(lists);
const parties: readonly Party[] = [...votes.values()].map((count) => ({ votes: BigInt(count), held: 0 }));
const peerVotes = Object.fromEntries(votes);
const rows = Object.entries(methods).map(([name, rule]) => measure(name, rule));

console.log(`${lists} lists, ${seats} seats\n`);
console.table(Object.fromEntries(rows.map(({ name, told }) => [name, told])));
const broken = rows.flatMap(({ failures }) => failures);
for (const failure of broken) console.error(failure);
process.exitCode = broken.length === 0 ? 0 : 1;

function measure(name: string, rule: HighestAverages) {
  const divisors = divisorsOf(rule);
  if (!divisors) throw new Error(`${name}: the divisors do not ascend`);
  const input = contestInput(votes, seats, rule);
  const [many = 0, small = 0, whole = 0, peer = 0] = medians([
    () => apportion(parties, seats, divisors),
    () => apportion(parties, few, divisors),
    () => allocate(input),
    () => sainteLague(peerVotes, seats, { draw: true }),
  ]);
  const heap = once(() => awardsByHeap(parties, seats, divisors));
  const ratios = { heap: heap.took / many, peer: peer / many, growth: many / small };
  const same = JSON.stringify(heap.result) === JSON.stringify(apportion(parties, seats, divisors));
  return {
    name,
    told: {
      'formula, ms': many.toFixed(3),
      'allocate, ms': whole.toFixed(3),
      'sainte-lague, ms': peer.toFixed(2),
      'heap, ms': heap.took.toFixed(0),
      'heap / formula': `${ratios.heap.toFixed(0)} ×`,
      'heap / allocate': `${(heap.took / whole).toFixed(0)} ×`,
      'sainte-lague / formula': `${ratios.peer.toFixed(0)} ×`,
      'sainte-lague / allocate': `${(peer / whole).toFixed(1)} ×`,
      'from a thousandth of the seats': `${ratios.growth.toFixed(2)} ×`,
    },
    failures: [
      ...(same ? [] : [`${name}: the heap gives other seats`]),
      ...(ratios.heap < 200 ? [`${name}: less than 200 times as fast as the heap`] : []),
      ...(ratios.peer < 20 ? [`${name}: less than 20 times as fast as sainte-lague`] : []),
      ...(ratios.growth >= 3 ? [`${name}: 3 times as slow with 1,000 times the seats`] : []),
    ],
  };
}
