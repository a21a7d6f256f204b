import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStationId } from '../../functions/model/ids.ts';
import { type AreaStations, stationIdsOf } from '../../functions/model/station-ids.ts';
import { decodeHeader, encodeHeader } from '../../functions/store/codec/header.ts';
import { decodeRoll, encodeRoll, largestRoll } from '../../functions/store/codec/roll.ts';
import { storeOf } from '../../functions/store/open.ts';
import { emptyState, memoryClients, partsOf } from '../reliability/support/aws/memory.ts';
import { areaId, stationId } from '../support/builders.ts';
import { aHeader, batchId, newElection } from './conformance/build.ts';

const batch = batchId('a');

const ids = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 64 }),
    fc.string({ unit: fc.constantFrom('🗳', '🗴', 'a', '№', '"', '\\'), minLength: 1, maxLength: 12 }),
    fc.integer({ min: 1, max: 3000 }).map((number) => `st-${number}`),
  )
  .filter(isStationId);
const areas = fc.constantFrom('N', 'N1', 'N10', 'N2', 'S', 'constructor').map(areaId);
const stations = fc
  .uniqueArray(fc.record({ station: ids, area: areas }), { selector: ({ station }) => station })
  .map((all) => all.map((one) => ({ ...one, name: '', registered: null, source: '' })));

describe('a roll', () => {
  it('names the stations of a register, by area and id, as often as it is gone through', async () => {
    await fc.assert(
      fc.asyncProperty(stations, async (all) => {
        const { store, election, header } = subject(all);
        await store.batches.write(header, { kind: 'stations', stations: all });

        const roll = await store.batches.roll(election, batch);

        expect(joined(roll ?? [])).toEqual(stationIdsOf(all));
        expect(joined(roll ?? [])).toEqual(stationIdsOf(all));
      }),
    );
  });

  it('is cut into chunks that fit into items, of which none is left behind when it is written again', async () => {
    // Random-looking, so that neither front coding nor compression makes them small.
    const all = Array.from({ length: 12_000 }, (_, index) =>
      aStation(`${index % 2}-${Math.sin(index)}-${Math.cos(index)}-🗳`, 'N1'),
    );
    const { store, state, election, header } = subject(all);
    await store.batches.write(header, { kind: 'stations', stations: all });
    const chunks = chunksIn(state);
    await store.batches.write(header, { kind: 'stations', stations: all });

    expect(chunks).toBeGreaterThan(1);
    expect(chunksIn(state)).toBe(chunks);
    expect(joined((await store.batches.roll(election, batch)) ?? [])).toEqual(stationIdsOf(all));
    for (const text of encodeRoll(stationIdsOf(all)))
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestRoll);
  });

  it('takes a hundredth of what the stations take, where they are numbered through', async () => {
    const all = Array.from({ length: 2000 }, (_, index) =>
      aStation(`N1-${String(index).padStart(5, '0')}`, 'N1'),
    );
    const [text = ''] = encodeRoll(stationIdsOf(all));

    expect(gzipSync(text).length).toBeLessThan(2000);
  });

  it('is none of a batch from before there were rolls, nor of one that is not there', async () => {
    const all = [aStation('st1', 'N1')];
    const { store, state, election, header } = subject(all);
    await store.batches.write(header, { kind: 'stations', stations: all });
    const former = JSON.stringify({ ...header, areas: [{ area: 'N1', records: 1 }] });
    // A roll without a header that counts it is being written.
    partitionOf(state).set('HEADER', item('HEADER', { S: former }));

    expect(await store.batches.roll(election, batch)).toBeNull();
    expect(await store.batches.roll(newElection(), batch)).toBeNull();
    expect((await store.batches.header(election, batch))?.areas).toEqual([{ area: 'N1', records: 1 }]);
  });

  it.each<[string, (chunk: Buffer) => Uint8Array | null]>([
    ['is not there', () => null],
    ['cannot be decompressed', (chunk) => chunk.subarray(0, -9)],
    ['cannot be decompressed', () => gzipSync('0'.repeat(largestRoll + 1))],
    ['is not JSON', () => gzipSync('["N1",0\n')],
    ['in the middle of a line', () => gzipSync('["N1",0,"st1"]')],
    ['a line that is no area', () => gzipSync('{}\n')],
    ['a line that is no area', () => gzipSync('["../N1",0,"st1"]\n')],
    ['the 2th of N1', () => gzipSync('["N1",0,"st1",4,"2"]\n')],
    ['the 1th of N1', () => gzipSync('["N1",0,"a#b"]\n')],
    ['the 1th of N1', () => gzipSync('["N1",-1,"a"]\n')],
    ['the 1th of N1', () => gzipSync('["N1",0]\n')],
    ['as many stations of N1', () => gzipSync('["N1",0,"st1"]\n')],
    ['as many stations of S', () => gzipSync('["N1",0,"st1",2,"2"]\n["S",0,"st3"]\n')],
  ])('is refused where an item %s, with its place', async (what, harm) => {
    const all = [aStation('st1', 'N1'), aStation('st2', 'N1')];
    const { store, state, election, header } = subject(all);
    await store.batches.write(header, { kind: 'stations', stations: all });
    const sort = 'ROLL#000000';
    const harmed = harm(Buffer.from(partitionOf(state).get(sort)?.doc?.B ?? []));
    if (harmed === null) partitionOf(state).delete(sort);
    else partitionOf(state).set(sort, item(sort, { B: harmed }));

    const read = async () => joined((await store.batches.roll(election, batch)) ?? []);

    await expect(read()).rejects.toMatchObject({ code: 'corrupt' });
    await expect(read()).rejects.toThrow(what);
    await expect(read()).rejects.toThrow(`${election}#${batch}`);
    await expect(read()).rejects.toThrow('Restore it from a backup');
  });
});

describe('a line of a roll', () => {
  it('gives back whatever was put in, half a surrogate pair apart', () => {
    const line = { area: areaId('N'), stations: ['🗳', '🗳a', '🗴'].map(stationId) };

    const [text = ''] = encodeRoll([line]);

    expect(text).toBe('["N",0,"\\ud83d\\uddf3",2,"a",1,"\\uddf4"]\n');
    expect([...decodeRoll(text, 'item')]).toEqual([line]);
  });
});

describe('a packed header', () => {
  const header = {
    ...aHeader(newElection(), 'stations'),
    areas: [
      { area: areaId('N1'), records: 2, voters: 2n ** 60n },
      { area: areaId('N2'), records: 2, voters: null },
      { area: areaId('S'), records: 2 },
    ],
  };

  it('comes back with voters past 2^53, unknown and not told, and how many chunks there are', () => {
    expect(decodeHeader(encodeHeader({ header, chunks: 3 }), 'item')).toEqual({ header, chunks: 3 });
    expect(decodeHeader(encodeHeader({ header, chunks: null }), 'item')).toEqual({ header, chunks: null });
  });

  it.each([
    ['a sum that is none', { areas: [{ area: 'N1', records: 1, voters: '1e9' }] }],
    ['a negative sum', { areas: [{ area: 'N1', records: 1, voters: '-1' }] }],
    ['an area that is none', { areas: [{ area: '../N1', records: 1 }] }],
    ['a number of chunks that is none', { roll: -1 }],
  ])('is refused with %s', (_, harm) => {
    const text = JSON.stringify({ ...JSON.parse(encodeHeader({ header, chunks: 1 })), ...harm });

    expect(() => decodeHeader(text, 'item')).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});

/** A store over a table in memory, and the header of a register with these stations. */
function subject(all: Parameters<typeof stationIdsOf>[0]) {
  const state = emptyState();
  const store = storeOf(partsOf(memoryClients(() => state)));
  const election = newElection();
  const counted = stationIdsOf(all).map(({ area, stations: here }) => ({ area, records: here.length }));
  const header = { ...aHeader(election, 'stations'), records: all.length, areas: counted };
  return { store, state, election, header };
}

type State = ReturnType<typeof emptyState>;

/** The partition of the one batch. */
function partitionOf({ items }: State) {
  for (const [pk, partition] of items) if (pk.endsWith(`#${batch}`)) return partition;
  throw new RangeError('there is no batch');
}

function chunksIn(state: State): number {
  return [...partitionOf(state).keys()].filter((sk) => sk.startsWith('ROLL#')).length;
}

function item(sk: string, doc: { S: string } | { B: Uint8Array }) {
  return { pk: { S: 'x' }, sk: { S: sk }, doc };
}

function aStation(name: string, area: string) {
  return { station: stationId(name), area: areaId(area), name: '', registered: null, source: '' };
}

/** Parts of the same area put together. */
function joined(roll: Iterable<AreaStations>): AreaStations[] {
  const parts = Map.groupBy(roll, ({ area }) => area);
  return [...parts].map(([area, all]) => ({ area, stations: all.flatMap(({ stations: here }) => here) }));
}
