/** Whole numbers in a row: four bytes each, or eight where one of them needs more. */
export type Counts = Int32Array | Float64Array;

/** A growing column of whole numbers. */
export interface Column {
  push(value: number): void;
  /** What has been pushed so far. */
  values(): Counts;
}

/** An empty column. */
export function column(): Column {
  let room: Counts = new Int32Array(1_024);
  let length = 0;
  return {
    push(value) {
      if (room instanceof Int32Array && value !== (value | 0)) room = Float64Array.from(room);
      if (length === room.length) room = larger(room);
      room[length++] = value;
    },
    values: () => room.subarray(0, length),
  };
}

function larger(room: Counts): Counts {
  const next =
    room instanceof Int32Array ? new Int32Array(room.length * 2) : new Float64Array(room.length * 2);
  next.set(room);
  return next;
}

/** Texts kept as UTF-8 in one block: a million short ids as strings would take several times as much. */
export interface Texts {
  push(text: string): void;
  at(index: number): string;
}

/** An empty list of texts. */
export function texts(): Texts {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const ends = column();
  let room = new Uint8Array(16_384);
  let length = 0;
  return {
    push(text) {
      const bytes = encoder.encode(text);
      if (length + bytes.length > room.length) {
        const next = new Uint8Array(Math.max(room.length * 2, length + bytes.length));
        next.set(room);
        room = next;
      }
      room.set(bytes, length);
      length += bytes.length;
      ends.push(length);
    },
    at(index) {
      const places = ends.values();
      return decoder.decode(room.subarray(index === 0 ? 0 : places[index - 1], places[index]));
    },
  };
}
