import { hashOf, sameBytes } from './hash.ts';

/**
 * A set of ids, numbered from 0 in the order in which they came: their bytes (UTF-8) behind one another, and an open-addressed table of numbers.
 * A million ids of a dozen characters take some 25 MB, where a Map of strings takes four times that.
 */
export interface IdSet {
  readonly size: number;
  /** The number of an id, which is added unless it is there. */
  add(id: string): number;
  /** The number of the id in these bytes, −1 when it is not there. */
  find(bytes: Uint8Array, start: number, end: number): number;
  /** Whether these bytes are the id of that number. */
  is(number: number, bytes: Uint8Array, start: number, end: number): boolean;
  /** How many bytes an id has. */
  length(number: number): number;
  text(number: number): string;
  /** Numbers the ids anew: the one that has the number `order[n]` gets the number n. */
  renumber(order: Uint32Array): void;
  /** Gives back the memory that was set aside for more ids. */
  trim(): void;
  /** Negative, zero or positive as the one id comes before the other by its code points, which is the order of UTF-8. */
  compare(a: number, b: number): number;
}

/** An empty set; `expected` ids fit before it has to grow. */
export function idSet(expected = 1024): IdSet {
  let arena = bufferOf(new ArrayBuffer(expected * 12));
  let ends = new Uint32Array(expected + 1);
  let places = new Int32Array(placesFor(expected));
  let size = 0;
  const startOf = (number: number) => ends[number] ?? 0;
  const endOf = (number: number) => ends[number + 1] ?? 0;
  const is: IdSet['is'] = (number, bytes, start, end) => {
    const from = startOf(number);
    const length = end - start;
    return endOf(number) - from === length && sameBytes(arena, from, bytes, start, length);
  };
  /**
   * The place of the id in these bytes, or the free one where it belongs. A taken place holds the number plus one in its low bits, and in those
   * above them the id's hash: an id that only stands in the way is hardly ever looked at.
   */
  const placeOf = (hash: number, bytes: Uint8Array, start: number, end: number): number => {
    const mask = places.length - 1;
    let at = hash & mask;
    for (;;) {
      const entry = places[at] ?? 0;
      if (entry === 0) return at;
      if (((entry ^ hash) & ~mask) === 0 && is((entry & mask) - 1, bytes, start, end)) return at;
      at = (at + 1) & mask;
    }
  };
  const numberAt = (at: number) => ((places[at] ?? 0) & (places.length - 1)) - 1;
  const put = (at: number, hash: number, number: number) => {
    places[at] = (hash & -places.length) | (number + 1);
  };
  const grow = () => {
    const room = 2 * Math.max(size, 8);
    ends = new Uint32Array(ends.buffer.transfer(4 * (room + 1)));
    place(room);
  };
  const place = (ids: number) => {
    // Given back at once, not when the collector finds the time.
    places.buffer.transfer(0);
    places = new Int32Array(placesFor(ids));
    for (let number = 0; number < size; number += 1) {
      const hash = hashOf(arena, startOf(number), endOf(number));
      put(placeOf(hash, arena, startOf(number), endOf(number)), hash, number);
    }
  };
  return {
    get size() {
      return size;
    },
    add(id) {
      if (size >= ends.length - 1) grow();
      const start = endOf(size - 1);
      // The longest that UTF-8 can make of it.
      if (arena.length < start + 3 * id.length)
        arena = bufferOf(arena.buffer.transfer(2 * arena.length + 3 * id.length));
      const end = start + arena.write(id, start);
      const hash = hashOf(arena, start, end);
      const at = placeOf(hash, arena, start, end);
      const known = numberAt(at);
      if (known >= 0) return known;
      put(at, hash, size);
      ends[size + 1] = end;
      size += 1;
      return size - 1;
    },
    find: (bytes, start, end) => numberAt(placeOf(hashOf(bytes, start, end), bytes, start, end)),
    is,
    length: (number) => endOf(number) - startOf(number),
    text: (number) => arena.toString('utf8', startOf(number), endOf(number)),
    renumber(order) {
      renumberPlaces(places, order);
      [arena, ends] = moved(arena, ends, order);
    },
    trim() {
      arena = bufferOf(arena.buffer.transfer(endOf(size - 1)));
      ends = new Uint32Array(ends.buffer.transfer(4 * (size + 1)));
      if (placesFor(size) < places.length) place(size);
    },
    compare: (a, b) => arena.compare(arena, startOf(b), endOf(b), startOf(a), endOf(a)),
  };
}

/** A power of two, so that a mask finds the place; at most two thirds of the places are taken. */
function placesFor(ids: number): number {
  return 2 ** Math.ceil(Math.log2(1.5 * Math.max(ids, 8)));
}

/** An id stays in its place: only its number there is another. */
function renumberPlaces(places: Int32Array, order: Uint32Array): void {
  const numbers = new Uint32Array(order.length);
  for (let number = 0; number < order.length; number += 1) numbers[order[number] ?? 0] = number;
  const mask = places.length - 1;
  for (let at = 0; at < places.length; at += 1) {
    const entry = places[at] ?? 0;
    if (entry !== 0) places[at] = (entry & ~mask) | ((numbers[(entry & mask) - 1] ?? 0) + 1);
  }
}

/** The bytes of ids and where each ends, in another order. */
function moved(
  arena: Buffer,
  ends: Uint32Array,
  order: Uint32Array,
): [arena: Buffer<ArrayBuffer>, ends: Uint32Array<ArrayBuffer>] {
  const movedArena = bufferOf(new ArrayBuffer(ends[order.length] ?? 0));
  const movedEnds = new Uint32Array(order.length + 1);
  let end = 0;
  for (let number = 0; number < order.length; number += 1) {
    const former = order[number] ?? 0;
    for (let at = ends[former] ?? 0; at < (ends[former + 1] ?? 0); at += 1, end += 1)
      movedArena[end] = arena[at] ?? 0;
    movedEnds[number + 1] = end;
  }
  return [movedArena, movedEnds];
}

function bufferOf(bytes: ArrayBuffer): Buffer<ArrayBuffer> {
  return Buffer.from(bytes);
}
