import { describe, expect, it } from 'vitest';
import { packDocument, unpackDocument } from '../../functions/store/aws/document.ts';
import { isEntry } from '../../functions/store/codec/entry.ts';
import { decodeProtocol, encodeProtocol } from '../../functions/store/codec/protocol.ts';
import { isStation } from '../../functions/store/codec/records.ts';
import { decode } from '../../functions/store/codec/shape.ts';
import { decodeTotals } from '../../functions/store/codec/totals.ts';
import { aProtocol, entryAfter, newElection } from './conformance/build.ts';

describe('a packed protocol', () => {
  it('comes back with values, sources and their order', () => {
    const protocol = aProtocol('N1', '12/4', 7);

    const unpacked = decodeProtocol(encodeProtocol(protocol), 'item');

    expect(unpacked).toEqual(protocol);
    expect([...unpacked.values.keys()]).toEqual([...protocol.values.keys()]);
  });

  it('names a source once', () => {
    const { values, ...place } = aProtocol('N1', '1', 7);
    const shared = new Map([...values].map(([field, { count }]) => [field, { count, source: 'gazette' }]));

    expect(encodeProtocol({ ...place, values: shared }).split('gazette')).toHaveLength(2);
  });

  it.each([
    ['no JSON', '{'],
    ['another value', '{}'],
    ['a station id that is none', '["list","N1","a#b",[],[],[]]'],
    ['a contest id that is none', '["__proto__","N1","1",[],[],[]]'],
    ['a field that is none', '["list","N1","1",["voters",1],["s"],[]]'],
    ['an option that is none', '["list","N1","1",[":__proto__",1],["s"],[]]'],
    ['a negative count', '["list","N1","1",["cast",-1],["s"],[]]'],
    ['a field without a count', '["list","N1","1",["cast"],["s"],[]]'],
    ['a source that is not there', '["list","N1","1",["cast",1],["s"],[4]]'],
  ])('is refused with %s, naming the item', (_what, text) => {
    expect(() => decodeProtocol(text, 'Item x / y')).toThrow(
      expect.objectContaining({ code: 'corrupt', message: expect.stringContaining('Item x / y') }),
    );
  });
});

describe('other stored values', () => {
  it('refuses a sum that is no number', () => {
    expect(() => decodeTotals('["list","N1",1,["cast","1e9",1]]', 'item')).toThrow(
      expect.objectContaining({ code: 'corrupt' }),
    );
  });

  it('refuses a station without its area', () => {
    const text = '{"station":"1","name":"","registered":null,"source":""}';

    expect(() => decode(text, isStation, 'item')).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it('takes an entry with a member that this version does not know, and leaves it there', () => {
    const entry = { ...entryAfter([], newElection()), later: 1 };

    expect(decode(JSON.stringify(entry), isEntry, 'item')).toEqual(entry);
  });

  it('takes a rejection, and refuses one whose areas or counts are not of its form', () => {
    const { election, number, previous, at } = entryAfter([], newElection());
    const version = {
      file: 'results/list/a.csv',
      versionId: 'v1',
      sha256: '0'.repeat(64),
      bytes: 1,
      sequencer: '01',
    };
    const said = { kind: 'results', contest: 'list', codes: ['file-empty'], errors: 1 };
    const areas = [{ area: 'N1', protocols: 2 }];
    const rejected = { type: 'rejected', election, number, previous, at, ...version, ...said, areas };

    expect(isEntry(rejected)).toBe(true);
    expect(isEntry({ ...rejected, areas: [{ area: '../N1', protocols: 2 }] })).toBe(false);
    expect(isEntry({ ...rejected, areas: [{ area: 'N1', protocols: -1 }] })).toBe(false);
    expect(isEntry({ ...rejected, codes: [7] })).toBe(false);
  });

  it.each(['constructor', 'toString', '__proto__', 'lots'])('refuses an entry of type %s', (type) => {
    expect(isEntry({ ...entryAfter([], newElection()), type })).toBe(false);
  });
});

describe('a document', () => {
  it('is compressed when it is long', () => {
    const text = 'сайлау '.repeat(20_000);

    const doc = packDocument(text, 'item');

    expect(doc.B?.length).toBeLessThan(10_000);
    expect(unpackDocument(doc, 'item')).toBe(text);
  });

  it('is refused when it fits into no item', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => Math.sin(index)).join();

    expect(() => packDocument(text, 'item')).toThrow(expect.objectContaining({ code: 'record-too-large' }));
  });

  it('is refused when its bytes are damaged', () => {
    expect(() => unpackDocument({ B: new Uint8Array([31, 139, 8, 0]) }, 'item')).toThrow(
      expect.objectContaining({ code: 'corrupt' }),
    );
  });
});
