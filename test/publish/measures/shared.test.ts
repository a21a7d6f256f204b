import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fraction, parseFraction } from '../../../functions/model/fraction.ts';
import { percentOf } from '../../../functions/publish/figures/shares.ts';
import { golosov, laaksoTaagepera } from '../../../functions/publish/measures/indices/effective-parties.ts';
import { gallagher } from '../../../functions/publish/measures/indices/gallagher.ts';
import { loosemoreHanby } from '../../../functions/publish/measures/indices/loosemore-hanby.ts';
import { pedersen } from '../../../functions/publish/measures/indices/pedersen.ts';
import { butlerSwing, steedSwing } from '../../../functions/publish/measures/indices/swing.ts';

const path = '../shared/data/allocation/measures.json';
const there = existsSync(path);

if (!there)
  console.warn(`${path} is not here: the measures are NOT compared with those that others have published.`);

interface Case {
  readonly id: string;
  readonly vote_share_pct: Readonly<Record<string, number>>;
  readonly seats: Readonly<Record<string, number>>;
  readonly published: { gallagher_lsq: number; enp_votes: number; enp_seats: number; turnout_pct: number };
  readonly computed_here: { loosemore_hanby: number };
  readonly electorate: string;
  readonly votes_cast: string;
}

interface Facts {
  readonly gallagher_table: { rows: readonly [string, number, number][]; unrounded_here: number };
  readonly parlgov: { cases: readonly Case[] };
  readonly other_published: readonly Readonly<Record<string, unknown>>[];
  readonly enp_constellations: readonly { shares: readonly number[]; lt: number; golosov: number }[];
}

const facts: Facts = there
  ? JSON.parse(readFileSync(path, 'utf8'))
  : {
      gallagher_table: { rows: [], unrounded_here: 0 },
      parlgov: { cases: [] },
      other_published: [],
      enp_constellations: [],
    };

/** A decimal of the facts, which has at most six digits behind the point, in millionths. */
function millionths(value: number): bigint {
  const { numerator, denominator } = parseFraction(value.toFixed(6));
  return (numerator * 1_000_000n) / denominator;
}

function sharesOf({ vote_share_pct, seats }: Case) {
  const parties = Object.entries(vote_share_pct).map(([party, share]) => ({
    votes: millionths(share),
    seats: BigInt(seats[party] ?? 0),
  }));
  // ParlGov takes the shares as they are: of all votes, those of nobody that is listed too.
  return { parties, votes: millionths(100), seats: parties.reduce((sum, one) => sum + one.seats, 0n) };
}

describe.skipIf(!there)(`measures are those of ${path} (skipped where that file is missing)`, () => {
  test.each(facts.parlgov.cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const shares = sharesOf(one);
    const { published, computed_here } = one;
    const votes = shares.parties.map((party) => party.votes);
    const seats = shares.parties.map((party) => party.seats);

    expect(Number(gallagher(shares))).toBeCloseTo(published.gallagher_lsq, 3);
    expect(Number(loosemoreHanby(shares))).toBeCloseTo(computed_here.loosemore_hanby, 3);
    expect(Number(laaksoTaagepera(votes, shares.votes))).toBeCloseTo(published.enp_votes, 3);
    expect(Number(laaksoTaagepera(seats, shares.seats))).toBeCloseTo(published.enp_seats, 3);
    if (one.votes_cast !== '')
      expect(Number(percentOf(BigInt(one.votes_cast), BigInt(one.electorate)))).toBe(published.turnout_pct);
  });

  test('the index of the table that Wikipedia sums wrongly', () => {
    const { rows, unrounded_here } = facts.gallagher_table;
    const parties = rows.map(([, votes, seats]) => ({ votes: millionths(votes), seats: millionths(seats) }));

    expect(Number(gallagher({ parties, votes: millionths(100), seats: millionths(100) }))).toBeCloseTo(
      unrounded_here,
      4,
    );
  });

  test.each(facts.enp_constellations.map((one) => [one.shares.join(' '), one] as const))(
    'effective number of %s',
    (_name, { shares, lt, golosov: published }) => {
      const parts = shares.map(millionths);

      expect(Number(laaksoTaagepera(parts, millionths(1)))).toBeCloseTo(lt, 4);
      expect(Number(golosov(parts, millionths(1)))).toBeCloseTo(published, 4);
    },
  );

  test('Canada 2015, Kalogirou’s two cases, Pedersen’s and Butler’s', () => {
    const named = (measure: string) => facts.other_published.filter((one) => one.measure === measure);
    const [canada] = named('gallagher');
    const [first, second] = named('loosemore_hanby');
    const of = (one: Readonly<Record<string, unknown>> | undefined) => {
      const votes = numbers(one?.votes);
      const seats = numbers(one?.seats);
      const parties = [...votes].map(([party, count]) => ({
        votes: BigInt(count),
        seats: BigInt(seats.get(party) ?? 0),
      }));
      return {
        parties,
        votes: parties.reduce((sum, party) => sum + party.votes, 0n),
        seats: parties.reduce((sum, party) => sum + party.seats, 0n),
      };
    };

    expect(Number(gallagher(of(canada)))).toBeCloseTo(Number(canada?.published_pct), 1);
    expect(Number(loosemoreHanby(of(first))) / 100).toBeCloseTo(Number(first?.published), 2);
    expect(Number(loosemoreHanby(of(second))) / 100).toBeCloseTo(Number(second?.published), 2);
    const [volatility] = named('pedersen');
    expect(Number(pedersen([...changes(volatility).values()]))).toBe(volatility?.published);
    const [swing] = named('swing');
    const [con, lab] = [changes(swing).get('Con'), changes(swing).get('Lab')];
    if (!con || !lab) throw new RangeError('the case of the swing names neither');
    expect(Number(butlerSwing(con, lab))).toBe(swing?.butler);
    expect(Number(steedSwing(con, lab))).toBe(swing?.steed);
  });
});

function numbers(value: unknown): Map<string, number> {
  return new Map(Object.entries(Object(value)).map(([name, number]) => [name, Number(number)]));
}

function changes(one: Readonly<Record<string, unknown>> | undefined) {
  const after = numbers(one?.t1);
  return new Map(
    [...numbers(one?.t0)].map(([party, before]) => [
      party,
      { before: fraction(BigInt(before), 100n), after: fraction(BigInt(after.get(party) ?? 0), 100n) },
    ]),
  );
}
