/** Objects that stand together, and why the reading stopped after them. */
export interface ObjectTexts {
  readonly texts: readonly string[];
  readonly stopped: string | null;
}

/** Most characters of one object: one that is never closed must not swallow the file into memory. */
export const objectLimit = 1_048_576;

/**
 * Cuts a text into its objects, without looking into them: an array of objects, or objects one after another. A whole array parsed at once costs
 * several times the file in memory.
 */
export async function* objectTexts(text: AsyncIterable<string>): AsyncGenerator<ObjectTexts> {
  const place: Place = { state: 'start', depth: 0, quoted: false, seen: 0 };
  let pending = '';
  for await (const piece of text) {
    pending += piece;
    const { texts, rest, stopped } = cut(pending, place);
    if (texts.length > 0 || stopped !== null) yield { texts, stopped };
    if (stopped !== null) return;
    pending = rest;
  }
  const stopped = unended(place);
  if (stopped !== null) yield { texts: [], stopped };
}

/** Where the reading is. `seen`: characters of the open object that have been looked at. */
interface Place {
  state: State;
  depth: number;
  quoted: boolean;
  seen: number;
}

/** Between objects: `lines` are objects without an array around them. */
type State = 'start' | 'first' | 'due' | 'after' | 'lines' | 'end';

/** What may come next, and what is then due. */
const steps: Readonly<Record<State, Readonly<Record<string, State>>>> = {
  start: { '{': 'lines', '[': 'first' },
  first: { '{': 'after', ']': 'end' },
  due: { '{': 'after' },
  after: { ',': 'due', ']': 'end' },
  lines: { '{': 'lines' },
  end: {},
};

/** The whole objects of a text, and the one that has begun. */
function cut(text: string, place: Place): { texts: string[]; rest: string; stopped: string | null } {
  const texts: string[] = [];
  let at = 0;
  for (;;) {
    if (place.depth === 0) {
      at = nextObject(text, at, place);
      if (at === text.length) return { texts, rest: '', stopped: null };
      if (place.depth === 0)
        return { texts, rest: '', stopped: `"${text[at]}" stands where an object is due` };
    }
    const end = endOfObject(text, at, place);
    if (end === null) {
      const rest = text.slice(at);
      const stopped = rest.length > objectLimit ? `it has more than ${objectLimit} characters` : null;
      return { texts, rest, stopped };
    }
    texts.push(text.slice(at, end));
    at = end;
  }
}

/** Goes to the brace that opens the next object, or to the end of the text, or to what should not stand there (and opens nothing). */
function nextObject(text: string, from: number, place: Place): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (' \t\r\n'.includes(character)) continue;
    const state = Object.hasOwn(steps[place.state], character) ? steps[place.state][character] : undefined;
    if (state === undefined) return at;
    place.state = state;
    if (character !== '{') continue;
    place.depth = 1;
    place.seen = 1;
    return at;
  }
  return at;
}

/** Where the object that begins at `start` ends; null when the text ends before it. */
function endOfObject(text: string, start: number, place: Place): number | null {
  let at = start + place.seen;
  for (;;) {
    const pattern = place.quoted ? /["\\]/g : /["{}[\]]/g;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    // A backslash at the very end says nothing yet of what follows it.
    if (found === null || (found[0] === '\\' && found.index + 1 === text.length)) {
      place.seen = (found?.index ?? text.length) - start;
      return null;
    }
    at = found.index + (found[0] === '\\' ? 2 : 1);
    if (found[0] === '"') place.quoted = !place.quoted;
    place.depth += depths[found[0]] ?? 0;
    if (place.depth === 0) return at;
  }
}

const depths: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** Why the text cannot end here; null when it can. */
function unended({ state, depth }: Place): string | null {
  if (depth > 0) return 'the file ends inside it';
  return state === 'start' || state === 'lines' || state === 'end'
    ? null
    : 'the file ends before its array does';
}
