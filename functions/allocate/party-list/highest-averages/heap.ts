/** A binary heap: `first` says which of two comes out before the other. */
export class Heap<T> {
  readonly #items: T[];
  readonly #first: (a: T, b: T) => boolean;

  /** Takes the items over, in time proportional to their number. */
  constructor(items: T[], first: (a: T, b: T) => boolean) {
    this.#items = items;
    this.#first = first;
    for (let place = (items.length >>> 1) - 1; place >= 0; place--) this.#sink(place);
  }

  /** What comes out next; undefined when there is nothing. */
  get top(): T | undefined {
    return this.#items[0];
  }

  /** Puts `item` in place of the top. */
  replaceTop(item: T): void {
    this.#items[0] = item;
    this.#sink(0);
  }

  /** Takes the top out. */
  removeTop(): void {
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) this.replaceTop(last);
  }

  #sink(start: number): void {
    const items = this.#items;
    const item = items[start];
    if (item === undefined) return;
    let place = start;
    for (;;) {
      const child = this.#firstChild(place);
      const next = items[child];
      if (next === undefined || !this.#first(next, item)) break;
      items[place] = next;
      place = child;
    }
    items[place] = item;
  }

  #firstChild(place: number): number {
    const left = 2 * place + 1;
    const [one, other] = [this.#items[left], this.#items[left + 1]];
    return one !== undefined && other !== undefined && this.#first(other, one) ? left + 1 : left;
  }
}
