import { expect, it } from 'vitest';
import { totalsOf } from '../../../functions/model/records/batch.ts';
import type { Candidate, Station, Turnout } from '../../../functions/model/records/roll.ts';
import { anElection, areaId, contestId, optionId, personId, stationId } from '../../support/builders.ts';
import { aHeader, aProtocol, batchId, newElection } from './build.ts';
import type { Subject } from './subject.ts';

const batch = batchId('a');
const north = areaId('N1');

/** What every keeper of batches promises. */
export function batchSuite(subject: () => Subject): void {
  it('gives a batch back as it was written, twice over', async () => {
    const { batches } = subject().store;
    const election = newElection();
    const header = aHeader(election, 'results');
    const protocols = [aProtocol('N1', '1', 5), aProtocol('N1', null, 7), aProtocol('N2', '2', 9)];
    await batches.write(header, { kind: 'results', protocols });
    await batches.write(header, { kind: 'results', protocols });

    expect(await batches.header(election, batch)).toEqual(header);
    expect(await batches.protocols(election, batch, north)).toEqual([protocols[1], protocols[0]]);
    expect(await batches.totals(election, batch)).toEqual(totalsOf(protocols));
  });

  it('keeps 5,000 protocols of 20 areas', { timeout: 60_000 }, async () => {
    const { batches } = subject().store;
    const election = newElection();
    const protocols = Array.from({ length: 5000 }, (_, index) =>
      aProtocol(`area-${index % 20}`, String(index).padStart(5, '0'), index),
    );
    await batches.write(aHeader(election, 'results'), { kind: 'results', protocols });

    for (let area = 0; area < 20; area++)
      expect(await batches.protocols(election, batch, areaId(`area-${area}`))).toEqual(
        protocols.filter((_, index) => index % 20 === area),
      );
    expect(await batches.totals(election, batch)).toEqual(totalsOf(protocols));
  });

  it('has no header for a batch whose writer died before the end, and takes it when written again', async () => {
    const { batches } = subject().store;
    const election = newElection();
    const header = aHeader(election, 'results');
    const records = { kind: 'results', protocols: [aProtocol('N1', '1', 5)] } as const;
    subject().crashBeforeHeader();

    await expect(batches.write(header, records)).rejects.toThrow();
    const before = await batches.header(election, batch);
    await batches.write(header, records);

    expect(before).toBeNull();
    expect(await batches.header(election, batch)).toEqual(header);
  });

  it.each(['__proto__', 'constructor', '12/4', '№ 7', '87.01', '-', '🗳', '..', 'a'.repeat(64)])(
    'keeps a station called %s',
    async (name) => {
      const { batches } = subject().store;
      const election = newElection();
      const protocols = [aProtocol('constructor', name, 5)];
      await batches.write(aHeader(election, 'results'), { kind: 'results', protocols });

      expect(await batches.protocols(election, batch, areaId('constructor'))).toEqual(protocols);
    },
  );

  it('orders protocols by contest, then station', async () => {
    const { batches } = subject().store;
    const election = newElection();
    const places: [string, string | null][] = [
      ['b', null],
      ['a-b', '1'],
      ['a', '10'],
      ['a', '2'],
      ['a', null],
    ];
    const protocols = places.map(([contest, station]) => aProtocol('N1', station, 1, contest));
    await batches.write(aHeader(election, 'results'), { kind: 'results', protocols });

    expect(await batches.protocols(election, batch, north)).toEqual(
      [4, 2, 3, 1, 0].map((place) => protocols[place]),
    );
  });

  it('keeps sums past 2^53', async () => {
    const { batches } = subject().store;
    const election = newElection();
    const protocols = ['1', '2', '3'].map((station) => aProtocol('N1', station, 4_503_599_627_370_495));
    await batches.write(aHeader(election, 'results'), { kind: 'results', protocols });

    const [totals] = await batches.totals(election, batch);

    expect(totals?.values.get('registered')).toEqual({ sum: 27_021_597_764_222_970n, units: 3 });
  });

  it('keeps a definition too large for one item', async () => {
    const { batches } = subject().store;
    const election = newElection();
    // Random-looking, so that compression does not make it small.
    const notes = Array.from({ length: 40_000 }, (_, index) => ({ en: String(Math.sin(index)) }));
    const definition = anElection({ id: election, notes });
    await batches.write(aHeader(election, 'definition'), { kind: 'definition', definition });

    expect(await batches.definition(election, batch)).toEqual(definition);
  });

  it('keeps stations, candidates and turnout, in their orders', async () => {
    const { batches } = subject().store;
    const election = newElection();
    const [one, two, three] = [batchId('1'), batchId('2'), batchId('3')];
    const stations = ['2', '1'].map(aStation);
    const known = {
      person: personId('p-7'),
      status: 'deceased',
      preferences: 12,
      sortName: 'Айгүл',
    } as const;
    const candidates = [{ ...aCandidate('b', 1), ...known }, aCandidate('a', 10), aCandidate('a', 2)];
    const turnout = ['2023-03-19T12:00+06:00', '2023-03-19T10:00+06:00'].map(aSnapshot);
    await batches.write(aHeader(election, 'stations', one), { kind: 'stations', stations });
    await batches.write(aHeader(election, 'candidates', two), { kind: 'candidates', candidates });
    await batches.write(aHeader(election, 'turnout', three), { kind: 'turnout', turnout });

    expect(await batches.stations(election, one, north)).toEqual(stations.toReversed());
    expect(await batches.candidates(election, two)).toEqual(candidates.toReversed());
    expect(await batches.turnout(election, three, north)).toEqual(turnout.toReversed());
  });

  it('names the stations of a register without reading them, by area and id', async () => {
    const { batches } = subject().store;
    const election = newElection();
    const header = { ...aHeader(election, 'stations'), records: 3, areas: registerAreas };
    const stations = [aStation('2'), { ...aStation('3'), area: areaId('C') }, aStation('1')];
    await batches.write(header, { kind: 'stations', stations });
    await batches.write(header, { kind: 'stations', stations });

    const roll = await batches.roll(election, batch);

    expect(await batches.header(election, batch)).toEqual(header);
    expect([...(roll ?? [])]).toEqual([
      { area: 'C', stations: ['3'] },
      { area: 'N1', stations: ['1', '2'] },
    ]);
  });

  it('knows nothing of a batch that is not there', async () => {
    const { batches } = subject().store;
    const election = newElection();

    expect(await batches.header(election, batch)).toBeNull();
    expect(await batches.roll(election, batch)).toBeNull();
    expect(await batches.protocols(election, batch, north)).toEqual([]);
    await expect(batches.definition(election, batch)).rejects.toMatchObject({ code: 'batch-missing' });
  });
}

const registerAreas = [
  { area: areaId('C'), records: 1, voters: null },
  { area: north, records: 2, voters: 9_007_199_254_740_993n },
];

function aStation(name: string): Station {
  return { station: stationId(name), area: north, name: `School № ${name}`, registered: null, source: 's1' };
}

function aCandidate(option: string, order: number): Candidate {
  return {
    contest: contestId('list'),
    option: optionId(option),
    order,
    name: { kk: 'Айгүл', ru: 'Айгуль' },
    woman: true,
    youth: null,
    disability: false,
    independent: null,
    source: '',
  };
}

function aSnapshot(time: string): Turnout {
  return { area: north, time, registered: 10, issued: null, percent: '25.64', source: 's1' };
}
