/** What is to happen, in the order of its time; of the same time, in the order it was entered. A binary heap. */
export class Agenda {
  private readonly heap: { readonly at: number; readonly order: number; readonly happen: () => void }[] = [];
  private entered = 0;
  /** Seconds since the beginning. */
  now = 0;

  /** Enters what is to happen in so many seconds. */
  after(seconds: number, happen: () => void): void {
    this.entered += 1;
    this.heap.push({ at: this.now + seconds, order: this.entered, happen });
    let place = this.heap.length - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.swapIfBefore(place, parent)) break;
      place = parent;
    }
  }

  /** Lets everything happen, and what it enters, until nothing is left. */
  run(): void {
    for (let next = this.take(); next !== undefined; next = this.take()) {
      this.now = next.at;
      next.happen();
    }
  }

  private take() {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined || this.heap.length === 0) return first;
    this.heap[0] = last;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const child = this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.swapIfBefore(child, place)) return first;
      place = child;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.heap[a], this.heap[b]];
    if (one === undefined || other === undefined) return false;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }

  private swapIfBefore(lower: number, upper: number): boolean {
    const [one, other] = [this.heap[lower], this.heap[upper]];
    if (one === undefined || other === undefined || !this.isBefore(lower, upper)) return false;
    this.heap[upper] = one;
    this.heap[lower] = other;
    return true;
  }
}
