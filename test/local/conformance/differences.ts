import type { Seen } from './behaviour.ts';
import { noSuchKind } from './keys/signatures.ts';

/** A behaviour that a server does not show as AWS documents it, what it shows instead, and why that is left. */
export interface Difference {
  readonly server: 'embedded' | 'moto' | 'memory';
  /** The name of the behaviour. */
  readonly behaviour: string;
  readonly seen: Seen;
  readonly why: string;
}

const ofMoto: readonly Omit<Difference, 'server'>[] = [
  {
    behaviour: 'bytes that do not have the checksum they came with are refused',
    seen: ['done', 'done'],
    why: 'moto keeps checksums and does not reckon them.',
  },
  {
    behaviour: 'parts out of order, and a part that never came, are refused',
    seen: ['400 EntityTooSmall', '400 InvalidPart'],
    why: 'moto refuses them as well; that the last part is the small one it says first.',
  },
  {
    behaviour: 'an upload that was given up leaves nothing',
    seen: ['500 Error', '404 NoSuchKey'],
    why: 'moto fails inside when an upload that is gone is completed. Nothing is put, as with AWS.',
  },
  {
    behaviour: 'an item has 400 KB at most, names and keys counted in',
    seen: ['400 ValidationException', '400 ValidationException'],
    why: 'moto draws the line at 405,000 bytes. What the store writes stays under both: a doc has 390,000 bytes at most.',
  },
  {
    behaviour: 'a batch of 26 is refused whole',
    seen: ['done', 26],
    why: 'moto does not count the items of a batch.',
  },
  {
    behaviour: 'a batch without items is refused',
    seen: 'done',
    why: 'moto does not count the items of a batch.',
  },
  {
    behaviour: 'a message without a body is refused',
    seen: false,
    why: 'moto takes one. The state machine and EventBridge send events, which are never empty.',
  },
  ...[
    'a key of ECC_NIST_EDWARDS25519 gives its public half as SubjectPublicKeyInfo',
    'a signature of the raw message is that of RFC 8032, the same each time',
    'a raw message over 4,096 bytes is refused',
  ].map((behaviour) => ({ behaviour, seen: noSuchKind, why: 'moto has no keys of ECC_NIST_EDWARDS25519.' })),
];

// The memory has what the store asks for; the suite of the store (test/store/conformance) holds it to that.
const ofMemory: readonly Omit<Difference, 'server'>[] = [
  {
    behaviour: 'metadata is given back by HEAD',
    seen: null,
    why: 'The sweeps of faults upload without a reason.',
  },
  {
    behaviour: 'a range is a part, named as such; its end may lie behind the last byte, its start may not',
    seen: Array.from({ length: 5 }, () => [null, null, '0123456789']),
    why: 'No handler asks for a range; readers of the published files do.',
  },
  {
    behaviour: 'bytes that do not have the checksum they came with are refused',
    seen: ['done', 'done'],
    why: 'No bytes are lost on the way through memory.',
  },
  {
    behaviour: 'a deleted object is gone, and its versions are not',
    seen: ['404 NoSuchKey', '404 NoSuchVersion'],
    why: 'It deletes the versions too. A handler that finds none has to do as with a version that has expired.',
  },
  {
    behaviour: 'a listing comes in pages, each key once',
    seen: [
      ['a', 'b', 'c'],
      ['d', 'e'],
    ],
    why: 'Its pages have three keys, whatever is asked for, so that small elections have many.',
  },
  {
    behaviour: 'parts come together in the order of their numbers, whenever they came',
    seen: ['404 NoSuchKey', 3, 'aend', false],
    why: 'The ETag is that of the whole. The store takes it for nothing but a mark of its content.',
  },
  {
    behaviour: 'only the last part may have less than 5 MiB',
    seen: 'done',
    why: 'The store has parts of 8 MiB throughout.',
  },
  {
    behaviour: 'parts out of order, and a part that never came, are refused',
    seen: ['done', 'RangeError'],
    why: 'A library puts the parts in order; a part that never came stops the test.',
  },
  {
    behaviour: 'an upload that was given up leaves nothing',
    seen: ['done', 'done'],
    why: 'A library gives uploads up, and completes none of them after.',
  },
  {
    behaviour: 'a table that is not there is an error',
    seen: 'done',
    why: 'There is one table.',
  },
  {
    behaviour: 'a partition over 1 MB comes in pages, each item once and in order',
    seen: [false, ['a', 'b', 'c', 'd', 'e']],
    why: 'Its pages have five items, whatever their size, so that small elections have many.',
  },
];

/** Every difference that there is. One that disappears, or becomes another, fails its test: the list is true or the build is red. */
export const differences: readonly Difference[] = [
  ...ofMoto.map((one) => ({ ...one, server: 'moto' as const })),
  ...ofMemory.map((one) => ({ ...one, server: 'memory' as const })),
];
