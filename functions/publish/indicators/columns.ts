/** A growing column of numbers, eight bytes each. */
export interface Column {
  push(value: number): void;
  /** What has been pushed so far. */
  values(): Float64Array;
}

/** An empty column. */
export function column(): Column {
  let room = new Float64Array(1_024);
  let length = 0;
  return {
    push(value) {
      if (length === room.length) {
        const larger = new Float64Array(length * 2);
        larger.set(room);
        room = larger;
      }
      room[length++] = value;
    },
    values: () => room.subarray(0, length),
  };
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
        const larger = new Uint8Array(Math.max(room.length * 2, length + bytes.length));
        larger.set(room);
        room = larger;
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
